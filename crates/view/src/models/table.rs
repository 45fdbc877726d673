use yew::prelude::*;

/// Builds a table cell by cell, row by row.
pub struct Table {
    head: Vec<AttrValue>,
    rows: Vec<Html>,
    // Cells of the row that is being filled.
    cells: Vec<Html>,
}

impl Table {
    /// Returns an empty table with these columns first.
    pub fn new(columns: &[&'static str]) -> Self {
        let mut table = Self {
            head: Vec::new(),
            rows: Vec::new(),
            cells: Vec::new(),
        };
        for column in columns {
            table.column(*column);
        }
        table
    }

    /// Adds a column.
    pub fn column(&mut self, label: impl Into<AttrValue>) {
        self.head.push(label.into());
    }

    /// Fills the next cell of the row; the first is the row's header.
    pub fn cell(&mut self, words: impl Into<AttrValue>) {
        let words: AttrValue = words.into();
        self.push(words.into());
    }

    /// Fills the next cell with words and their value for a spreadsheet.
    pub fn data_cell(&mut self, words: impl Into<AttrValue>, value: impl Into<AttrValue>) {
        let (words, value): (AttrValue, AttrValue) = (words.into(), value.into());
        self.push(html! { <data {value}>{ words }</data> });
    }

    /// Ends a row.
    pub fn end_row(&mut self, class: Option<&'static str>) {
        let cells = std::mem::take(&mut self.cells);
        self.rows.push(html! { <tr {class}>{ for cells }</tr> });
    }

    /// Returns the table.
    pub fn into_html(self, class: Option<&'static str>, caption: Option<AttrValue>) -> Html {
        let caption = caption.map(|caption| html! { <caption>{ caption }</caption> });
        let head = self.head.into_iter();
        let head = head.map(|label| html! { <th scope="col">{ label }</th> });
        html! {
            <table {class}>
                { caption }
                <thead><tr>{ for head }</tr></thead>
                <tbody>{ for self.rows }</tbody>
            </table>
        }
    }

    fn push(&mut self, content: Html) {
        self.cells.push(if self.cells.is_empty() {
            html! { <th scope="row">{ content }</th> }
        } else {
            html! { <td>{ content }</td> }
        });
    }
}
