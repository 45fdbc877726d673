use crate::json::{FromField, FromJson, FromObject, NonEmpty, Reader};
use crate::{Inlines, JsonObject, JsonValue, ProblemKind, Quantity, Source, Text};

/// A table of words and numbers.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schema",
    schemars(deny_unknown_fields, rename_all = "camelCase")
)]
#[json(expected = "a table")]
pub struct Table {
    /// What the table shows.
    pub caption: Text,
    /// The columns.
    pub columns: NonEmpty<Column>,
    /// The rows, each with one cell for each column.
    #[cfg_attr(feature = "schema", schemars(with = "NonEmpty<NonEmpty<Cell>>"))]
    pub rows: Rows,
    /// Whether the first cell of each row says what the row is about. Left out, it does.
    pub row_headings: Option<bool>,
    /// What is to be known about the numbers.
    pub note: Option<Inlines>,
    /// Where they come from.
    pub source: Option<Source>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "a column")]
pub struct Column {
    /// What is in it.
    pub label: Text,
    /// What its numbers count, such as "million euros"; written below the label.
    pub unit: Option<Text>,
    /// Where its cells stand. Left out, numbers are at the end and words at the start.
    pub align: Option<Align>,
}

/// Where the words of a cell stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename_all = "kebab-case"))]
pub enum Align {
    /// Where the language begins its lines.
    Start,
    /// In the middle.
    Center,
    /// Where the language ends its lines.
    End,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A number, written as the language writes it.
    Number(Quantity),
    /// Running text.
    Words(Inlines),
}

/// The rows of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Rows(Vec<Vec<Cell>>);

impl Rows {
    /// Returns the rows from top to bottom.
    pub fn iter(&self) -> std::slice::Iter<'_, Vec<Cell>> {
        self.0.iter()
    }

    pub(crate) fn iter_mut(&mut self) -> std::slice::IterMut<'_, Vec<Cell>> {
        self.0.iter_mut()
    }
}

impl Align {
    /// Returns the word for it in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Center => "center",
            Self::End => "end",
        }
    }
}

impl FromJson for Align {
    const EXPECTED: &'static str = "start, center or end";

    fn from_json(value: &JsonValue, reader: &mut Reader) -> Option<Self> {
        let words = ["start", "center", "end"];
        Some(match reader.word(value, Self::EXPECTED, &words)? {
            0 => Self::Start,
            1 => Self::Center,
            _ => Self::End,
        })
    }
}

impl FromJson for Cell {
    const EXPECTED: &'static str = "a text, a number or a list of inlines";

    fn from_json(value: &JsonValue, reader: &mut Reader) -> Option<Self> {
        match value {
            JsonValue::Number(_) => Quantity::from_json(value, reader).map(Self::Number),
            JsonValue::String(text) if text.is_empty() => Some(Self::Empty),
            _ => Inlines::read_expecting(Self::EXPECTED, value, reader).map(Self::Words),
        }
    }
}

impl FromField for Rows {
    fn from_field(object: &JsonObject, name: &'static str, reader: &mut Reader) -> Option<Self> {
        let columns = match object.get("columns") {
            Some(JsonValue::Array(columns)) => columns.len(),
            _ => 0,
        };
        if let Some(JsonValue::Array(rows)) = object.get(name) {
            reader.in_field(name, |reader| report_uneven(rows, columns, reader));
        }
        let rows: NonEmpty<Row> = NonEmpty::from_field(object, name, reader)?;
        let rows = rows.iter().map(|row| {
            let mut cells = row.0.clone();
            cells.resize(columns, Cell::Empty);
            cells
        });
        Some(Self(rows.collect()))
    }
}

/// Reports the rows that do not have one cell for each column.
fn report_uneven(rows: &[JsonValue], columns: usize, reader: &mut Reader) {
    for (index, row) in rows.iter().enumerate() {
        let JsonValue::Array(cells) = row else {
            continue;
        };
        let found = cells.len();
        if columns > 0 && found != columns {
            reader.in_item(index, |reader| {
                reader.report(ProblemKind::UnevenRow { found, columns });
            });
        }
    }
}

/// A row as it is read. A bad cell leaves its place empty, so that no other cell comes under its heading.
struct Row(Vec<Cell>);

impl FromJson for Row {
    const EXPECTED: &'static str = "a list of cells";

    fn from_json(value: &JsonValue, reader: &mut Reader) -> Option<Self> {
        let cells = reader.filled_list(value)?.iter().enumerate();
        let read = cells.map(|(index, cell)| {
            let cell = reader.in_item(index, |reader| Cell::from_json(cell, reader));
            cell.unwrap_or(Cell::Empty)
        });
        Some(Self(read.collect()))
    }
}
