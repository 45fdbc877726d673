//! Markup as text with holes: `markup!("<p class='explainer-note'>{}</p>", note)`.
//!
//! What `html!` makes of an element is code, and weighs several times what the element weighs as text;
//! see ARCHITECTURE.md. A template is always a literal, so that no text of a story can become one: what
//! fills a hole is a text, an attribute's value or a node, whatever it says.

use std::cell::RefCell;
use std::rc::Rc;
use std::vec::IntoIter;

use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VList, VTag, VText};

/// What fills a hole.
#[derive(Default)]
enum Slot {
    // An attribute is then not there, content is empty.
    #[default]
    Nothing,
    // A text, an attribute's value or a tag's name.
    Text(AttrValue),
    Node(Html),
}

/// A part of a template.
enum Part {
    Text(&'static str),
    Hole,
    Element(Element),
}

struct Element {
    // Empty where it is a hole.
    name: &'static str,
    keys: &'static [&'static str],
    // In the order of the keys; nothing where it is a hole.
    values: Vec<Option<&'static str>>,
    content: &'static [Part],
}

/// Draws a template with its holes filled in the order in which they stand there. Says at compile time
/// where their number is another, or where an element is not closed.
macro_rules! markup {
    ($template:literal $(, $slot:expr)* $(,)?) => {{
        const SLOTS: &[&str] = &[$(stringify!($slot)),*];
        const { assert!($crate::holes_in($template) == SLOTS.len(), "holes and what fills them") };
        #[allow(unused_mut)]
        let mut filling = $crate::Filling::default();
        $( $crate::Fill::fill($slot, &mut filling); )*
        filling.draw($template)
    }};
}
pub(crate) use markup;

/// Counts the holes of a template.
///
/// # Panics
/// Where an element is not closed.
#[expect(
    clippy::indexing_slicing,
    reason = "the loop ends before the text does"
)]
pub const fn holes_in(template: &str) -> usize {
    let text = template.as_bytes();
    let (mut holes, mut open, mut closed) = (0, 0, 0);
    let mut place = 0;
    while place + 1 < text.len() {
        match (text[place], text[place + 1]) {
            (b'{', b'}') => holes += 1,
            (b'<', b'/') | (b'/', b'>') => closed += 1,
            (b'<', _) => open += 1,
            _ => {}
        }
        // `</>` ends one element, not two.
        if text[place] == b'<' && text[place + 1] == b'/' {
            place += 1;
        }
        place += 1;
    }
    assert!(open == closed, "an element that is not closed");
    holes
}

/// What fills a template's holes, so far.
#[derive(Default)]
pub struct Filling(Vec<Slot>);

/// Fills the next hole. Filling one after the other weighs less than making a list.
pub trait Fill {
    /// Fills the next hole of a template with this.
    fn fill(self, filling: &mut Filling);
}

impl Filling {
    /// Draws the template.
    #[inline(never)]
    pub fn draw(self, template: &'static str) -> Html {
        fragment(parts_of(template), &mut self.0.into_iter())
    }

    #[inline(never)]
    fn text(&mut self, text: AttrValue) {
        self.0.push(Slot::Text(text));
    }

    #[inline(never)]
    fn words(&mut self, text: &'static str) {
        self.text(text.into());
    }

    #[inline(never)]
    fn shared(&mut self, text: Rc<str>) {
        self.text(text.into());
    }

    #[inline(never)]
    fn string(&mut self, text: String) {
        self.text(text.into());
    }

    #[inline(never)]
    fn node(&mut self, node: Html) {
        self.0.push(Slot::Node(node));
    }

    #[inline(never)]
    fn nodes(&mut self, nodes: Vec<Html>) {
        self.node(all(nodes));
    }

    #[inline(never)]
    fn nothing(&mut self) {
        self.0.push(Slot::Nothing);
    }
}

/// Returns a text as a node.
pub fn text(words: impl Into<AttrValue>) -> Html {
    VText::new(words).into()
}

/// Returns several nodes as one.
pub fn all(nodes: Vec<Html>) -> Html {
    VList::with_children(nodes, None).into()
}

/// Reads a template when it is drawn for the first time. There are as many as the source has literals,
/// so they are kept for good.
fn parts_of(template: &'static str) -> &'static [Part] {
    thread_local! {
        static READ: RefCell<Vec<(*const u8, &'static [Part])>> = const { RefCell::new(Vec::new()) };
    }
    let address = template.as_ptr();
    READ.with_borrow_mut(
        |read| match read.binary_search_by_key(&address, |(known, _)| *known) {
            Ok(place) => read.get(place).map(|(_, parts)| *parts).unwrap_or_default(),
            Err(place) => {
                let mut rest = template;
                let parts = read_parts(&mut rest);
                read.insert(place, (address, parts));
                parts
            }
        },
    )
}

/// Reads up to the end of the element around, and past it.
fn read_parts(rest: &mut &'static str) -> &'static [Part] {
    let mut parts = Vec::new();
    while !rest.is_empty() {
        if rest.starts_with("</") {
            until(rest, b'>');
            skip(rest, 1);
            break;
        }
        if rest.starts_with('<') {
            skip(rest, 1);
            parts.push(Part::Element(read_element(rest)));
        } else if is_hole(rest) {
            parts.push(Part::Hole);
        } else {
            let end = rest.bytes().position(|byte| matches!(byte, b'<' | b'{'));
            parts.push(Part::Text(take(rest, end.unwrap_or(rest.len()))));
        }
    }
    parts.leak()
}

fn read_element(rest: &mut &'static str) -> Element {
    let name = if is_hole(rest) { "" } else { name(rest) };
    let (mut keys, mut values) = (Vec::new(), Vec::new());
    while rest.starts_with(' ') {
        skip(rest, 1);
        keys.push(name_of_attribute(rest));
        if is_hole(rest) {
            values.push(None);
        } else {
            skip(rest, 1);
            values.push(Some(until(rest, b'\'')));
            skip(rest, 1);
        }
    }
    let is_empty = rest.starts_with('/');
    until(rest, b'>');
    skip(rest, 1);
    Element {
        name,
        keys: keys.leak(),
        values,
        content: if is_empty { &[] } else { read_parts(rest) },
    }
}

fn name(rest: &mut &'static str) -> &'static str {
    let end = rest
        .bytes()
        .position(|byte| matches!(byte, b' ' | b'/' | b'>'));
    take(rest, end.unwrap_or(rest.len()))
}

fn name_of_attribute(rest: &mut &'static str) -> &'static str {
    let name = until(rest, b'=');
    skip(rest, 1);
    name
}

/// Takes a hole, where one stands.
fn is_hole(rest: &mut &'static str) -> bool {
    let is_hole = rest.starts_with('{');
    if is_hole {
        skip(rest, 2);
    }
    is_hole
}

fn until(rest: &mut &'static str, stop: u8) -> &'static str {
    let end = rest.bytes().position(|byte| byte == stop);
    take(rest, end.unwrap_or(rest.len()))
}

fn skip(rest: &mut &'static str, count: usize) {
    take(rest, count);
}

fn take(rest: &mut &'static str, count: usize) -> &'static str {
    let (taken, left) = rest.split_at_checked(count).unwrap_or((rest, ""));
    *rest = left;
    taken
}

fn fragment(parts: &'static [Part], slots: &mut IntoIter<Slot>) -> Html {
    let mut nodes = Vec::new();
    for part in parts {
        nodes.push(match part {
            Part::Text(text) => VText::new(*text).into(),
            Part::Hole => slots.next().unwrap_or_default().into(),
            Part::Element(element) => draw_element(element, slots),
        });
    }
    match nodes.len() {
        1 => nodes.pop().unwrap_or_default(),
        _ => all(nodes),
    }
}

fn draw_element(element: &'static Element, slots: &mut IntoIter<Slot>) -> Html {
    let mut tag = match element.name {
        "" => VTag::new(slots.next().and_then(Slot::text).unwrap_or_default()),
        name => VTag::new(name),
    };
    let mut values = Vec::new();
    for value in &element.values {
        let value = match value {
            Some(value) => Some(AttrValue::Static(value)),
            None => slots.next().and_then(Slot::text),
        };
        values.push(value.map(AttributeOrProperty::Attribute));
    }
    tag.set_attributes(Attributes::Dynamic {
        keys: element.keys,
        values: values.into(),
    });
    if !element.content.is_empty() {
        tag.add_child(fragment(element.content, slots));
    }
    tag.into()
}

impl Slot {
    fn text(self) -> Option<AttrValue> {
        match self {
            Self::Text(text) => Some(text),
            Self::Node(_) | Self::Nothing => None,
        }
    }
}

impl From<Slot> for Html {
    fn from(slot: Slot) -> Self {
        match slot {
            Slot::Text(text) => VText::new(text).into(),
            Slot::Node(node) => node,
            Slot::Nothing => Self::default(),
        }
    }
}

macro_rules! fill {
    ($($type:ty => $method:ident),*) => {$(
        impl Fill for $type {
            #[inline]
            fn fill(self, filling: &mut Filling) {
                filling.$method(self);
            }
        }
    )*};
}

fill!(
    AttrValue => text,
    &'static str => words,
    Rc<str> => shared,
    String => string,
    Html => node,
    Vec<Html> => nodes
);

impl<T: Fill> Fill for Option<T> {
    #[inline]
    fn fill(self, filling: &mut Filling) {
        match self {
            Some(slot) => slot.fill(filling),
            None => filling.nothing(),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use futures::executor::block_on;
    use yew::prelude::*;

    use super::holes_in;

    #[derive(Properties, PartialEq)]
    struct Props {
        content: Html,
    }

    #[component]
    fn Show(props: &Props) -> Html {
        props.content.clone()
    }

    #[track_caller]
    fn check(content: Html, expected: &str) {
        let renderer = yew::LocalServerRenderer::<Show>::with_props(Props { content });
        let drawn = block_on(renderer.hydratable(false).render());
        assert_eq!(drawn, expected);
    }

    #[test]
    fn holes_are_filled_in_the_order_in_which_they_stand() {
        check(
            markup!(
                "<{} id={} class='a b'>{}<i>{}</i>: {}</><br/>",
                "p",
                "x",
                "1",
                "2",
                "3"
            ),
            "<p id=\"x\" class=\"a b\">1<i>2</i>: 3</p><br>",
        );
    }

    #[test]
    fn where_nothing_fills_a_hole_nothing_stands() {
        let nothing = None::<&str>;
        check(
            markup!("<p id={} lang='en'>{}</p>", nothing, nothing),
            "<p lang=\"en\"></p>",
        );
    }

    #[test]
    fn a_template_is_read_once_and_drawn_as_often_as_it_takes() {
        let items = vec!["1", "2", "3"];
        let items: Vec<Html> = items
            .into_iter()
            .map(|item| markup!("<li>{}</li>", item))
            .collect();
        check(
            markup!("<ul>{}</ul>", items),
            "<ul><li>1</li><li>2</li><li>3</li></ul>",
        );
    }

    #[test]
    fn what_fills_a_hole_is_never_markup() {
        let text = String::from("<b title='{}'>{}</b>");
        check(
            markup!("<p title={}>{}</p>", text.clone(), text),
            "<p title=\"&lt;b title='{}'&gt;{}&lt;/b&gt;\">&lt;b title='{}'&gt;{}&lt;/b&gt;</p>",
        );
    }

    #[test]
    fn holes_are_counted() {
        assert_eq!(holes_in("words"), 0);
        assert_eq!(holes_in("<{} id={}>{}</>{}<input value={}/>"), 5);
    }
}
