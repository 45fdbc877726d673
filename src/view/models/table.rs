use yew::prelude::*;

use super::canvas::{el, words};

/// What a model shows, as rows of text; one function draws every model's.
pub struct Table {
    pub caption: Option<AttrValue>,
    pub head: Vec<AttrValue>,
    pub rows: Vec<Row>,
}

/// A row; its first cell heads it.
pub struct Row {
    pub class: &'static str,
    pub cells: Vec<Cell>,
}

/// A cell: its words and, where they have one, their value for a spreadsheet.
pub struct Cell {
    pub words: AttrValue,
    pub value: Option<AttrValue>,
}

impl Cell {
    pub fn new(words: impl Into<AttrValue>) -> Self {
        Self {
            words: words.into(),
            value: None,
        }
    }

    pub fn with_value(words: impl Into<AttrValue>, value: impl Into<AttrValue>) -> Self {
        Self {
            words: words.into(),
            value: Some(value.into()),
        }
    }

    fn draw(self) -> Html {
        match self.value {
            Some(value) => el("data", &[("value", value)], vec![self.words.into()]),
            None => self.words.into(),
        }
    }
}

impl Table {
    pub fn draw(self, class: &'static str) -> Html {
        let mut parts = Vec::new();
        if let Some(caption) = self.caption {
            parts.push(words("caption", "", caption));
        }
        let mut head = Vec::new();
        for label in &self.head {
            head.push(el(
                "th",
                &[("scope", "col".into())],
                vec![label.clone().into()],
            ));
        }
        parts.push(el("thead", &[], vec![el("tr", &[], head)]));
        let mut body = Vec::new();
        for row in self.rows {
            let mut cells = Vec::new();
            for (cell, label) in row.cells.into_iter().zip(&self.head) {
                let attributes = if cells.is_empty() {
                    ("scope", "row".into())
                } else {
                    // Where a narrow page stacks the cells, each says what it is.
                    ("data-label", label.clone())
                };
                let name = if cells.is_empty() { "th" } else { "td" };
                cells.push(el(name, &[attributes], vec![cell.draw()]));
            }
            body.push(el("tr", &[("class", row.class.into())], cells));
        }
        parts.push(el("tbody", &[], body));
        el("table", &[("class", class.into())], parts)
    }
}
