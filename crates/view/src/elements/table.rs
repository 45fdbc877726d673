use explainer_story::{Align, Cell, Column, Table};
use yew::prelude::*;

use super::super::context::{RenderContext, TextContext};
use super::super::inline::inlines;
use super::super::source::source;

/// Renders a table in a box that scrolls where the table is wider than the page.
pub(super) fn table(table: &Table, text_ctx: &TextContext, ctx: &RenderContext) -> Html {
    let caption = ctx.numbered_anchor("table");
    let has_headings = table.row_headings != Some(false);
    let rows = table.rows.iter().map(|cells| {
        let cells = cells.iter().zip(table.columns.iter()).enumerate();
        let cells = cells.map(|(index, (cell, column))| {
            let class = class_of(column, cell);
            let content = content(cell, text_ctx, ctx);
            if has_headings && index == 0 {
                html! { <th scope="row" {class}>{ content }</th> }
            } else {
                html! { <td {class}>{ content }</td> }
            }
        });
        html! { <tr>{ for cells }</tr> }
    });
    let columns = table.columns.iter().enumerate().map(|(index, column)| {
        let unit = column.unit.as_ref();
        let unit = unit.map(|unit| html! { <>{ " " }<small class="explainer-unit">{ unit.shared() }</small></> });
        html! {
            <th scope="col" class={class_of_column(table, index, column)}>{ column.label.shared() }{ unit }</th>
        }
    });
    let note = table.note.as_ref();
    let note = note.map(|note| html! { <p>{ inlines(note, text_ctx, ctx) }</p> });
    let origin = table.source.as_ref();
    let origin = origin.map(
        |origin| html! { <p>{ ctx.labels.sources() }{ " " }{ source(origin, ctx.locale) }</p> },
    );
    let below = (note.is_some() || origin.is_some())
        .then(|| html! { <figcaption class="explainer-caption">{ note }{ origin }</figcaption> });
    html! {
        <figure class="explainer-data-table">
            <div class="explainer-data-table-scroll" role="region" tabindex="0" aria-labelledby={caption.clone()}>
                <table>
                    <caption id={caption}>{ table.caption.shared() }</caption>
                    <thead><tr>{ for columns }</tr></thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </div>
            { below }
        </figure>
    }
}

/// Renders a cell; a number with its value for machines, by which the tools sort.
fn content(cell: &Cell, text_ctx: &TextContext, ctx: &RenderContext) -> Html {
    match cell {
        Cell::Empty => Html::default(),
        Cell::Number(number) => {
            html! { <data value={number.text()}>{ ctx.locale.decimal(*number) }</data> }
        }
        Cell::Words(words) => inlines(words, text_ctx, ctx).into_iter().collect(),
    }
}

/// Returns the class that says where a cell's words stand: numbers are at the end.
fn class_of(column: &Column, cell: &Cell) -> Option<&'static str> {
    let by_content = matches!(cell, Cell::Number(_)).then_some(Align::End);
    class(column.align.or(by_content))
}

/// Returns the class of a column's heading: it stands over the column's first cell that says something.
fn class_of_column(table: &Table, index: usize, column: &Column) -> Option<&'static str> {
    let mut cells = table.rows.iter().filter_map(|row| row.get(index));
    let first = cells
        .find(|cell| !matches!(cell, Cell::Empty))
        .unwrap_or(&Cell::Empty);
    class_of(column, first)
}

fn class(align: Option<Align>) -> Option<&'static str> {
    match align? {
        Align::Start => None,
        Align::Center => Some("explainer-center"),
        Align::End => Some("explainer-end"),
    }
}
