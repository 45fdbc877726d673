//! A story for places that take no page: feeds, mails, wires.

use std::collections::BTreeSet;

use clap::ValueEnum;
use explainer_i18n::{ElementLabels, Labels, Locale};
use explainer_story::{
    Article, Block, Cell, Element, Image, Index, Inline, Inlines, ListBlock, Table, Term, TermId,
    Text,
};
use yew::{AttrValue, Html, html};

use crate::json_ld::json_ld;
use crate::plain::{lines, marks, write};
use crate::prerender::render;

/// What to syndicate a story as.
#[derive(Clone, Copy, ValueEnum)]
pub enum Format {
    /// Plain text with the definitions as numbered notes.
    Text,
    /// HTML without classes, ids or scripts, as feeds take it.
    Html,
    /// The schema.org data alone.
    JsonLd,
}

impl Format {
    /// Returns how the names of files in the format end.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Html => "html",
            Self::JsonLd => "jsonld",
        }
    }
}

/// Returns the story in that format, always the same for the same story.
pub fn syndicate(article: &Article, format: Format, locale: &Locale) -> String {
    match format {
        Format::Text => text(article, locale),
        Format::Html => format!("{}\n", render(minimal(article, locale))),
        Format::JsonLd => format!("{:#}\n", json_ld(article)),
    }
}

/// The terms mentioned so far; the first mention of each gets a number.
#[derive(Default)]
struct Notes {
    terms: Vec<Term>,
    known: BTreeSet<TermId>,
}

impl Notes {
    fn mention(&mut self, term: &Term, words: &str) -> String {
        if !self.known.insert(term.id.clone()) {
            return words.into();
        }
        self.terms.push(term.clone());
        format!("{words} [{}]", self.terms.len())
    }
}

fn text(article: &Article, locale: &Locale) -> String {
    let labels = locale.labels;
    let index = Index::new(article);
    let mut notes = Notes::default();
    let mut mention = |term: &Term, words: &str| notes.mention(term, words);
    let mut parts = vec![article.headline.as_str().to_owned()];
    let standfirst = article.standfirst.as_ref();
    parts.extend(standfirst.map(|text| write(text, &index, &mut mention)));
    parts.extend(dateline(article, locale));
    parts.extend(lines(
        article.intro.as_deref().unwrap_or_default(),
        &index,
        &mut mention,
    ));
    for post in article.posts_in_order() {
        let time = locale.date_time(&post.time);
        let title = post
            .title
            .as_ref()
            .map(|title| format!(": {}", title.as_str()));
        parts.push(format!("{time}{}", title.unwrap_or_default()));
        parts.extend(lines(&post.blocks, &index, &mut mention));
    }
    for section in article.sections.iter() {
        parts.push(section.heading.as_str().to_uppercase());
        parts.extend(lines(&section.blocks, &index, &mut mention));
    }
    parts.extend(article.source.as_ref().map(|source| {
        let title = labels.quoted(source.title.as_str());
        labels.based_on(&title)
    }));
    if let Some(method) = &article.method {
        parts.push(
            ElementLabels::for_lang(article.lang.as_str())
                .method()
                .to_uppercase(),
        );
        parts.extend(lines(method, &index, &mut mention));
    }
    if !notes.terms.is_empty() {
        parts.push(labels.terms().to_uppercase());
    }
    for (number, term) in (1..).zip(&notes.terms) {
        let long = lines(term.long(), &index, &mut |_, words| words.into());
        let definition = [&[term.short.as_str().to_owned()], long.as_slice()].concat();
        let (label, definition) = (term.label.as_str(), definition.join(" "));
        let definition = labels.definition(label, &definition);
        parts.push(format!("[{number}] {definition}"));
    }
    parts.join("\n\n") + "\n"
}

fn dateline(article: &Article, locale: &Locale) -> Option<String> {
    let byline = article.byline.as_ref().map(|name| name.as_str().to_owned());
    let names: Vec<String> = article
        .authors
        .iter()
        .map(|author| author.name.as_str().into())
        .collect();
    let byline = byline.or_else(|| (!names.is_empty()).then(|| locale.list(&names)));
    let published = article.published.as_ref().map(|at| locale.date_time(at));
    match (byline, published) {
        (Some(byline), Some(published)) => Some(locale.labels.dateline(&byline, &published)),
        (byline, published) => published.or(byline),
    }
}

fn minimal(article: &Article, locale: &Locale) -> Html {
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
            { terms(article, &index, labels) }
        </>
    }
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

/// Returns the image above the text.
pub fn lead(article: &Article) -> Option<&Image> {
    match article.lead.as_ref()?.element().get() {
        Element::Image(image) => Some(image),
        _ => None,
    }
}
