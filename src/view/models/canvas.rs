use explainer_engine::Px;
use yew::prelude::*;
use yew::virtual_dom::VTag;

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
        let view_box = ["0 0 ", &width, " ", &height].concat().into();
        let content = self.shapes.into_iter().map(draw).collect();
        el(
            "svg",
            &[
                ("class", "explainer-picture".into()),
                ("viewBox", view_box),
                ("width", width),
                ("height", height),
                ("aria-hidden", "true".into()),
            ],
            content,
        )
    }

    fn x(&self, x: f64) -> Px {
        Px::new(self.left + x)
    }

    fn y(&self, y: f64) -> Px {
        Px::new(self.top + y)
    }
}

/// Returns an element. Smaller in wasm than what `html!` makes of one.
pub fn el(
    name: &'static str,
    attributes: &[(&'static str, AttrValue)],
    content: Vec<Html>,
) -> Html {
    let mut tag = VTag::new(name);
    for (name, value) in attributes {
        tag.add_attribute(name, value.clone());
    }
    for child in content {
        tag.add_child(child);
    }
    tag.into()
}

/// Returns an element of some class that holds some words.
pub fn words(name: &'static str, class: &'static str, words: AttrValue) -> Html {
    let class: &[(&'static str, AttrValue)] = match class {
        "" => &[],
        class => &[("class", class.into())],
    };
    el(name, class, vec![words.into()])
}

fn draw(shape: Shape) -> Html {
    let class = |class: &'static str| ("class", AttrValue::from(class));
    match shape {
        Shape::Line(name, [x1, y1, x2, y2]) => {
            shape_of("line", name, &["x1", "y1", "x2", "y2"], &[x1, y1, x2, y2])
        }
        Shape::Rect(name, place) => shape_of("rect", name, &["x", "y", "width", "height"], &place),
        Shape::Dot(x, y) => shape_of(
            "circle",
            "explainer-dot",
            &["cx", "cy", "r"],
            &[x, y, Px::new(5.0)],
        ),
        Shape::Path(name, data, x, y) => {
            let transform = ["translate(", &text_of(x), " ", &text_of(y), ")"].concat();
            el(
                "path",
                &[
                    class(name),
                    ("d", data.into()),
                    ("transform", transform.into()),
                ],
                Vec::new(),
            )
        }
        Shape::Text(name, x, y, anchor, words) => {
            let anchor = if anchor == Anchor::Start {
                "start"
            } else {
                "middle"
            };
            let place = [
                class(name),
                ("x", text_of(x)),
                ("y", text_of(y)),
                ("text-anchor", anchor.into()),
            ];
            el("text", &place, vec![words.into()])
        }
    }
}

fn shape_of(
    name: &'static str,
    class: &'static str,
    names: &[&'static str],
    values: &[Px],
) -> Html {
    let mut attributes = vec![("class", AttrValue::from(class))];
    for (name, value) in names.iter().zip(values) {
        attributes.push((*name, text_of(*value)));
    }
    el(name, &attributes, Vec::new())
}

fn text_of(px: Px) -> AttrValue {
    px.to_string().into()
}
