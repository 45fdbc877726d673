use explainer_models::Px;
use yew::prelude::*;

/// Builds an SVG chart shape by shape. Shapes are given from the side where the language begins.
pub(super) struct SvgBuilder {
    shapes: Vec<Html>,
    // Width of a chart that is read from the right.
    mirrored: Option<f64>,
}

/// Where a text is aligned to its position.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

impl SvgBuilder {
    /// Returns a builder; with a width, of a chart that is so wide and read from the right.
    pub fn new(mirrored: Option<f64>) -> Self {
        Self {
            shapes: Vec::new(),
            mirrored,
        }
    }

    pub fn line(&mut self, class: &'static str, from: (f64, f64), to: (f64, f64)) {
        let (x1, y1) = (self.x(from.0), px(from.1));
        let (x2, y2) = (self.x(to.0), px(to.1));
        self.shapes
            .push(html! { <line {class} {x1} {y1} {x2} {y2}></line> });
    }

    /// Adds a path given by SVG path data.
    pub fn path(&mut self, class: &'static str, data: String) {
        let transform = self
            .mirrored
            .map(|width| ["translate(", &px(width), " 0)scale(-1 1)"].concat());
        self.shapes
            .push(html! { <path {class} d={data} {transform}></path> });
    }

    pub fn text(&mut self, class: &'static str, at: (f64, f64), anchor: Anchor, words: AttrValue) {
        let (x, y) = (self.x(at.0), px(at.1));
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        self.shapes
            .push(html! { <text {class} {x} {y} text-anchor={anchor}>{ words }</text> });
    }

    /// Returns the chart. It is hidden from screen readers, which have the sentence and the table.
    pub fn into_svg(self, width: f64, height: f64) -> Html {
        let (width, height) = (px(width), px(height));
        let view_box = ["0 0 ", &width, " ", &height].concat();
        html! {
            <svg class="explainer-picture" viewBox={view_box} {width} {height} aria-hidden="true">
                { for self.shapes }
            </svg>
        }
    }

    fn x(&self, x: f64) -> AttrValue {
        px(self.mirrored.map_or(x, |width| width - x))
    }
}

/// Renders a piece of a line with what it means.
pub(super) fn key_line(class: &'static str, words: AttrValue) -> Html {
    html! {
        <span>
            <svg class="explainer-sample" viewBox="0 0 24 4" width="24" height="4" aria-hidden="true">
                <line {class} x1="0" y1="2" x2="24" y2="2"></line>
            </svg>
            { words }
        </span>
    }
}

fn px(value: f64) -> AttrValue {
    Px::new(value).text().into()
}
