use explainer_models::Px;
use yew::prelude::*;

use crate::markup;

/// A picture in the making: shapes as plain data, which one function draws.
pub(super) struct Canvas {
    shapes: Vec<Shape>,
    // What is drawn next stands this far from the corner.
    left: f64,
    top: f64,
}

/// Where a text stands to its position.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
}

enum Shape {
    Line(&'static str, [Px; 4]),
    Rect(&'static str, [Px; 4]),
    Dot(Px, Px),
    Path(&'static str, String, Px, Px),
    Text(&'static str, Px, Px, Anchor, AttrValue),
}

impl Canvas {
    pub fn new() -> Self {
        Self {
            shapes: Vec::new(),
            left: 0.0,
            top: 0.0,
        }
    }

    /// Draws what follows that far from the corner.
    pub fn move_to(&mut self, left: f64, top: f64) {
        self.left = left;
        self.top = top;
    }

    pub fn line(&mut self, class: &'static str, from: (f64, f64), to: (f64, f64)) {
        let ends = [self.x(from.0), self.y(from.1), self.x(to.0), self.y(to.1)];
        self.shapes.push(Shape::Line(class, ends));
    }

    pub fn rect(&mut self, class: &'static str, at: (f64, f64), size: (f64, f64)) {
        let place = [self.x(at.0), self.y(at.1), Px::new(size.0), Px::new(size.1)];
        self.shapes.push(Shape::Rect(class, place));
    }

    pub fn dot(&mut self, at: (f64, f64)) {
        let dot = Shape::Dot(self.x(at.0), self.y(at.1));
        self.shapes.push(dot);
    }

    /// Draws a path given by SVG path data.
    pub fn path(&mut self, class: &'static str, data: String) {
        self.path_at(class, data, 0.0);
    }

    /// Draws a path that far down.
    pub fn path_at(&mut self, class: &'static str, data: String, down: f64) {
        let path = Shape::Path(class, data, self.x(0.0), self.y(down));
        self.shapes.push(path);
    }

    pub fn text(&mut self, class: &'static str, at: (f64, f64), anchor: Anchor, words: AttrValue) {
        let text = Shape::Text(class, self.x(at.0), self.y(at.1), anchor, words);
        self.shapes.push(text);
    }

    /// Draws the picture. Screen readers have the sentence and the table instead.
    pub fn picture(self, width: f64, height: f64) -> Html {
        let (width, height) = (text_of(Px::new(width)), text_of(Px::new(height)));
        let view_box = ["0 0 ", &width, " ", &height].concat();
        let mut shapes = Vec::new();
        for shape in self.shapes {
            shapes.push(draw(shape));
        }
        markup!(
            "<svg class='explainer-picture' viewBox={} width={} height={} aria-hidden='true'>{}</svg>",
            view_box,
            width,
            height,
            shapes,
        )
    }

    fn x(&self, x: f64) -> Px {
        Px::new(self.left + x)
    }

    fn y(&self, y: f64) -> Px {
        Px::new(self.top + y)
    }
}

fn draw(shape: Shape) -> Html {
    match shape {
        Shape::Line(class, [x1, y1, x2, y2]) => markup!(
            "<line class={} x1={} y1={} x2={} y2={}></line>",
            class,
            text_of(x1),
            text_of(y1),
            text_of(x2),
            text_of(y2),
        ),
        Shape::Rect(class, [x, y, width, height]) => markup!(
            "<rect class={} x={} y={} width={} height={}></rect>",
            class,
            text_of(x),
            text_of(y),
            text_of(width),
            text_of(height),
        ),
        Shape::Dot(x, y) => markup!(
            "<circle class='explainer-dot' cx={} cy={} r='5'></circle>",
            text_of(x),
            text_of(y),
        ),
        Shape::Path(class, data, x, y) => markup!(
            "<path class={} d={} transform={}></path>",
            class,
            data,
            ["translate(", &text_of(x), " ", &text_of(y), ")"].concat(),
        ),
        Shape::Text(class, x, y, anchor, words) => {
            let anchor = if anchor == Anchor::Start {
                "start"
            } else {
                "middle"
            };
            markup!(
                "<text class={} x={} y={} text-anchor={}>{}</text>",
                class,
                text_of(x),
                text_of(y),
                anchor,
                words,
            )
        }
    }
}

fn text_of(px: Px) -> AttrValue {
    px.text().into()
}
