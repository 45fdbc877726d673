use explainer_i18n::{ElementLabels, Labels, Locale};
use explainer_story::{
    Article, Block, Cell, DateTime, Element, Image, Index, Inline, Inlines, ListBlock, Source,
    Table, Text,
};
use yew::{AttrValue, Html, html};

use super::{dateline, lead};
use crate::plain::{lines, marks};

/// Returns the story as HTML without classes, ids or scripts.
pub(super) fn html(article: &Article, locale: &Locale) -> Html {
    let index = Index::new(article);
    let labels = locale.labels;
    let standfirst = article
        .standfirst
        .as_ref()
        .map(|text| html! { <p><strong>{ inlines(text, &index) }</strong></p> });
    let dateline = dateline(article, locale).map(|line| html! { <p>{ line }</p> });
    let posts = article.posts_in_order().into_iter().map(|post| {
        let title = post
            .title
            .as_ref()
            .map(|title| html! { <h3>{ title.shared() }</h3> });
        html! {
            <>
                { for title }
                <p>{ locale.date_time(&post.time) }</p>
                { for post.blocks.iter().map(|each| block(each, &index)) }
            </>
        }
    });
    let sections = article.sections.iter().map(|section| {
        html! {
            <>
                <h2>{ section.heading.shared() }</h2>
                { for section.blocks.iter().map(|each| block(each, &index)) }
            </>
        }
    });
    html! {
        <>
            { for standfirst }
            { for dateline }
            { for lead(article).map(|lead| image(lead, &index)) }
            { for article.intro.iter().flat_map(|intro| intro.iter()).map(|each| block(each, &index)) }
            { for posts }
            { for sections }
            { background(article, locale, &index) }
            { terms(article, &index, labels) }
        </>
    }
}

/// Returns what was corrected, what changed, how the newsroom knows what it says, and what the story is based on.
fn background(article: &Article, locale: &Locale, index: &Index) -> Html {
    let labels = ElementLabels::for_lang(article.lang.as_str());
    let dated = |date: &DateTime, text: &Inlines| html! { <li>{ locale.date_time(date) }{ ": " }{ inlines(text, index) }</li> };
    let corrections = article.corrections.iter();
    let corrections = corrections.map(|entry| dated(&entry.date, &entry.text));
    let changes = article.changes_in_order().into_iter();
    let changes = changes.map(|change| dated(&change.date, &change.text));
    let references = article.references.iter();
    let references = references.map(|source| html! { <li>{ cited(source) }</li> });
    let method = article.method.as_ref().map(|method| {
        html! { <><h2>{ labels.method() }</h2>{ for method.iter().map(|each| block(each, index)) }</> }
    });
    html! {
        <>
            { for headed(locale.labels.corrections(), corrections.collect()) }
            { for headed(labels.changes(), changes.collect()) }
            { for method }
            { for headed(labels.all_sources(), references.collect()) }
        </>
    }
}

/// Returns a list under its heading, where it is not empty.
fn headed(heading: &'static str, items: Vec<Html>) -> Option<Html> {
    (!items.is_empty()).then(|| html! { <><h2>{ heading }</h2><ul>{ for items }</ul></> })
}

fn terms(article: &Article, index: &Index, labels: &Labels) -> Html {
    if article.terms.is_empty() {
        return Html::default();
    }
    let definitions = article.terms.iter().map(|term| {
        html! {
            <>
                <dt>{ term.label.shared() }</dt>
                <dd>
                    <p>{ term.short.shared() }</p>
                    { for term.long().iter().map(|each| block(each, index)) }
                </dd>
            </>
        }
    });
    html! {
        <>
            <h2>{ labels.terms() }</h2>
            <dl>{ for definitions }</dl>
        </>
    }
}

fn block(block: &Block, index: &Index) -> Html {
    match block {
        Block::Paragraph(text) => html! { <p>{ inlines(text, index) }</p> },
        Block::Subheading(heading) => html! { <h3>{ inlines(&heading.text, index) }</h3> },
        Block::List(list) => self::list(list, index),
        Block::Quote(quote) => {
            let paragraphs = std::iter::once(&quote.text).chain(&quote.more);
            let paragraphs = paragraphs.map(|text| html! { <p>{ inlines(text, index) }</p> });
            said(paragraphs.collect(), quote.attribution.as_ref())
        }
        Block::Element(element) => self::element(block, element.get(), index),
        Block::Model(_) | Block::Unknown(_) => plain(block, index),
    }
}

/// Returns what a block says, as paragraphs.
fn plain(block: &Block, index: &Index) -> Html {
    let words = lines(std::slice::from_ref(block), index, &mut |_, words| {
        words.into()
    });
    words
        .into_iter()
        .map(|words| html! { <p>{ words }</p> })
        .collect()
}

fn element(block: &Block, element: &Element, index: &Index) -> Html {
    match element {
        Element::Verse(verse) => {
            let line = |line: &Inlines| html! { <>{ inlines(line, index) }<br/></> };
            let stanzas = verse.stanzas.iter();
            let stanzas = stanzas.map(|stanza| html! { <p>{ for stanza.iter().map(line) }</p> });
            said(stanzas.collect(), verse.attribution.as_ref())
        }
        Element::Code(code) => html! { <pre>{ code.shared() }</pre> },
        Element::Divider => html! { <hr/> },
        Element::Image(image) => self::image(image, index),
        Element::Gallery(gallery) => {
            let caption = gallery.caption.as_ref();
            let caption = caption.map(|text| html! { <p>{ inlines(text, index) }</p> });
            html! { <>{ for gallery.images.iter().map(|each| image(each, index)) }{ for caption }</> }
        }
        Element::Embed(embed) => html! {
            <p>
                { embed.fallback.shared() }{ " " }
                <a href={embed.url.shared()}>{ embed.title.shared() }</a>
            </p>
        },
        Element::Table(table) => self::table(table, index),
        Element::Related(related) => {
            let links = related.links.iter();
            let links = links.map(
                |link| html! { <li><a href={link.url.shared()}>{ link.title.shared() }</a></li> },
            );
            html! { <ul>{ for links }</ul> }
        }
        Element::PullQuote(quote) if quote.repeats != Some(false) => Html::default(),
        Element::PullQuote(quote) => {
            let words = html! { <p>{ inlines(&quote.text, index) }</p> };
            said(words, quote.attribution.as_ref())
        }
        Element::Aside(aside) => html! {
            <>
                <h3>{ aside.heading.shared() }</h3>
                { for aside.blocks.iter().map(|each| self::block(each, index)) }
            </>
        },
        Element::QAndA(qanda) => {
            let questions = qanda.questions.iter();
            let questions = questions.map(|question| {
                html! {
                    <>
                        <h3>{ question.question.shared() }</h3>
                        { for question.answer.iter().map(|each| self::block(each, index)) }
                    </>
                }
            });
            html! { <>{ for questions }</> }
        }
        Element::Video(_) | Element::Audio(_) | Element::Views(_) => plain(block, index),
    }
}

fn list(list: &ListBlock, index: &Index) -> Html {
    let items = list.items.iter().map(|item| {
        let inner = item.list.as_ref().map(|inner| self::list(inner, index));
        html! { <li>{ inlines(&item.text, index) }{ for inner }</li> }
    });
    if list.ordered == Some(true) {
        html! { <ol>{ for items }</ol> }
    } else {
        html! { <ul>{ for items }</ul> }
    }
}

fn said(words: Html, name: Option<&Text>) -> Html {
    let name = name.map(|name| html! { <p>{ name.shared() }</p> });
    html! { <blockquote>{ words }{ for name }</blockquote> }
}

fn image(image: &Image, index: &Index) -> Html {
    let caption = image.caption.as_ref();
    let caption = caption.map(|text| html! { <>{ inlines(text, index) }{ " " }</> });
    let credit = image
        .credit
        .as_ref()
        .map(|credit| html! { <small>{ credit.shared() }</small> });
    let below = (caption.is_some() || credit.is_some())
        .then(|| html! { <figcaption>{ for caption }{ for credit }</figcaption> });
    html! {
        <figure>
            <img src={image.url.shared()} alt={image.alt.as_str().to_owned()}
                width={image.width.get().to_string()} height={image.height.get().to_string()}/>
            { for below }
        </figure>
    }
}

fn table(table: &Table, index: &Index) -> Html {
    let columns = table.columns.iter().map(|column| {
        let unit = column
            .unit
            .as_ref()
            .map(|unit| format!(" ({})", unit.as_str()));
        html! { <th>{ column.label.shared() }{ unit }</th> }
    });
    let cell = |cell: &Cell| match cell {
        Cell::Empty => html! { <td></td> },
        Cell::Number(number) => html! { <td>{ number.text() }</td> },
        Cell::Words(words) => html! { <td>{ inlines(words, index) }</td> },
    };
    let rows = table.rows.iter();
    let rows = rows.map(|row| html! { <tr>{ for row.iter().map(cell) }</tr> });
    let note = table
        .note
        .as_ref()
        .map(|note| html! { <p>{ inlines(note, index) }</p> });
    html! {
        <>
            <table>
                <caption>{ table.caption.shared() }</caption>
                <thead><tr>{ for columns }</tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
            { for note }
        </>
    }
}

/// Returns running text with its links and its stress; a term is its words.
fn inlines(text: &Inlines, index: &Index) -> Html {
    inlines_in(0, text, index)
}

/// Returns running text inside `depth` quotations.
fn inlines_in(depth: usize, text: &Inlines, index: &Index) -> Html {
    let part = |part: &Inline| match part {
        Inline::Text(text) => html! { <>{ AttrValue::from(text.clone()) }</> },
        Inline::Link { url, text } => {
            html! { <a href={url.shared()}>{ inlines_in(depth, text, index) }</a> }
        }
        Inline::Words(inner) => inlines_in(depth, inner, index),
        Inline::LineBreak => html! { <br/> },
        Inline::Code(text) => html! { <code>{ text.shared() }</code> },
        Inline::Strike(inner) => html! { <s>{ inlines_in(depth, inner, index) }</s> },
        Inline::Subscript(inner) => html! { <sub>{ inlines_in(depth, inner, index) }</sub> },
        Inline::Superscript(inner) => html! { <sup>{ inlines_in(depth, inner, index) }</sup> },
        Inline::Foreign { lang, text } => {
            html! { <span lang={lang.shared()}>{ inlines_in(depth, text, index) }</span> }
        }
        // Where its sign would stand: a feed has no end of the page.
        Inline::Note(inner) => {
            html! { <small>{ " (" }{ inlines_in(depth, inner, index) }{ ")" }</small> }
        }
        Inline::Citation(source) => html! { <small>{ " (" }{ cited(source) }{ ")" }</small> },
        Inline::Emphasis(inner) => html! { <em>{ inlines_in(depth, inner, index) }</em> },
        Inline::Strong(inner) => html! { <strong>{ inlines_in(depth, inner, index) }</strong> },
        Inline::Quote(inner) => {
            let [open, close] = marks(index).at(depth);
            html! { <>{ open }{ inlines_in(depth + 1, inner, index) }{ close }</> }
        }
        Inline::Term { term, text } => {
            let words = text.as_ref().or(index.term(term).map(|term| &term.label));
            words
                .map(|words| html! { <>{ words.shared() }</> })
                .unwrap_or_default()
        }
    };
    text.parts().iter().map(part).collect()
}

/// Returns the title of a source, with the link to it.
fn cited(source: &Source) -> Html {
    let title = source.title.shared();
    match &source.url {
        Some(url) => html! { <a href={url.shared()}>{ title }</a> },
        None => html! { <>{ title }</> },
    }
}
