use yew::prelude::*;

use crate::view::{markup, text};

/// What a model shows, as rows of text; one function draws every model's.
pub struct Table {
    pub caption: Option<AttrValue>,
    pub head: Vec<AttrValue>,
    pub rows: Vec<Row>,
}

/// A row; its first cell heads it.
pub struct Row {
    pub class: Option<&'static str>,
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
            Some(value) => markup!("<data value={}>{}</data>", value, self.words),
            None => text(self.words),
        }
    }
}

impl Table {
    pub fn draw(self, class: Option<&'static str>) -> Html {
        let caption = self.caption;
        let mut head = Vec::new();
        for label in &self.head {
            head.push(markup!("<th scope='col'>{}</th>", label.clone()));
        }
        let mut body = Vec::new();
        for row in self.rows {
            let mut cells = Vec::new();
            for (cell, label) in row.cells.into_iter().zip(&self.head) {
                cells.push(if cells.is_empty() {
                    markup!("<th scope='row'>{}</th>", cell.draw())
                } else {
                    // Where a narrow page stacks the cells, each says what it is.
                    markup!("<td data-label={}>{}</td>", label.clone(), cell.draw())
                });
            }
            body.push(markup!("<tr class={}>{}</tr>", row.class, cells));
        }
        markup!(
            "<table class={}>{}<thead><tr>{}</tr></thead><tbody>{}</tbody></table>",
            class,
            caption.map(|caption| markup!("<caption>{}</caption>", caption)),
            head,
            body,
        )
    }
}
