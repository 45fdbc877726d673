use std::rc::Rc;

use yew::prelude::*;

use crate::{markup, text};

/// What a model shows, as rows of text; filled cell by cell, row by row.
#[derive(Default)]
pub struct Table {
    head: Vec<AttrValue>,
    rows: Vec<Html>,
    // Of the row that is being filled.
    cells: Vec<Html>,
}

// Functions of their own for each kind of words: what they do is not repeated where they are called.
impl Table {
    /// Returns an empty table with these columns first.
    pub fn new(columns: &[&'static str]) -> Self {
        let mut table = Self::default();
        for column in columns {
            table.head.push((*column).into());
        }
        table
    }

    /// Adds a column.
    pub fn column(&mut self, label: Rc<str>) {
        self.head.push(label.into());
    }

    /// Fills the next cell of the row; the first heads it.
    #[inline(never)]
    pub fn shared(&mut self, words: Rc<str>) {
        self.cell(text(words));
    }

    /// Does the same.
    #[inline(never)]
    pub fn words(&mut self, words: &'static str) {
        self.cell(text(words));
    }

    /// Does the same.
    #[inline(never)]
    pub fn string(&mut self, words: String) {
        self.cell(text(words));
    }

    /// Fills the next cell with words and the value that they have in a spreadsheet.
    #[inline(never)]
    pub fn value(&mut self, words: String, value: String) {
        self.cell(markup!("<data value={}>{}</data>", value, words));
    }

    /// Ends a row.
    #[inline(never)]
    pub fn end_row(&mut self, class: Option<&'static str>) {
        let cells = std::mem::take(&mut self.cells);
        self.rows
            .push(markup!("<tr class={}>{}</tr>", class, cells));
    }

    /// Draws the table.
    pub fn draw(self, class: Option<&'static str>, caption: Option<Rc<str>>) -> Html {
        let mut head = Vec::new();
        for label in self.head {
            head.push(markup!("<th scope='col'>{}</th>", label));
        }
        markup!(
            "<table class={}>{}<thead><tr>{}</tr></thead><tbody>{}</tbody></table>",
            class,
            caption.map(|caption| markup!("<caption>{}</caption>", caption)),
            head,
            self.rows,
        )
    }

    fn cell(&mut self, content: Html) {
        let cell = match self.head.get(self.cells.len()) {
            Some(label) if !self.cells.is_empty() => {
                // Where a narrow page stacks the cells, each says what it is.
                markup!("<td data-label={}>{}</td>", label.clone(), content)
            }
            _ => markup!("<th scope='row'>{}</th>", content),
        };
        self.cells.push(cell);
    }
}
