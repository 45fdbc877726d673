use explainer_i18n::{ElementLabels, Labels, QuotationMarks};
use explainer_story::{
    Block, Cell, Element, Image, Index, Inline, Inlines, ListBlock, MediaFile, Table, Term, Text,
    Transcript, Views,
};

/// Returns the words of running text.
pub fn words(text: &Inlines, index: &Index) -> String {
    write(text, index, &mut |_, words| words.into())
}

/// Returns the words of running text; `mention` writes each mention of a term.
pub fn write(
    text: &Inlines,
    index: &Index,
    mention: &mut dyn FnMut(&Term, &str) -> String,
) -> String {
    write_in(0, text, index, mention)
}

/// Writes running text inside `depth` quotations.
fn write_in(
    depth: usize,
    text: &Inlines,
    index: &Index,
    mention: &mut dyn FnMut(&Term, &str) -> String,
) -> String {
    let mut written = String::new();
    for part in text.parts() {
        match part {
            Inline::Text(words) => written.push_str(words),
            Inline::Term { term, text } => {
                if let Some(term) = index.term(term) {
                    let words = text.as_ref().unwrap_or(&term.label);
                    written.push_str(&mention(term, words.as_str()));
                }
            }
            Inline::LineBreak => written.push('\n'),
            Inline::Code(text) => written.push_str(text.as_str()),
            Inline::Strike(inner) => {
                let said = Labels::for_lang(index.lang().as_str()).struck_out();
                let words = write_in(depth, inner, index, mention);
                written.extend(["[", said, " ", &words, "]"]);
            }
            // In brackets where its sign stands: a line of text has no end of the page.
            Inline::Note(inner) => {
                let words = write_in(depth, inner, index, mention);
                written.extend([" (", &words, ")"]);
            }
            Inline::Citation(source) => written.extend([" (", source.title.as_str(), ")"]),
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Subscript(inner)
            | Inline::Superscript(inner)
            | Inline::Foreign { text: inner, .. }
            | Inline::Words(inner)
            | Inline::Link { text: inner, .. } => {
                written.push_str(&write_in(depth, inner, index, mention));
            }
            Inline::Quote(inner) => {
                let [open, close] = marks(index).at(depth);
                let words = write_in(depth + 1, inner, index, mention);
                written.extend([open, &words, close]);
            }
        }
    }
    written
}

/// Returns the marks around somebody else's words in the story's language.
pub fn marks(index: &Index) -> QuotationMarks {
    QuotationMarks::for_lang(index.lang().as_str())
}

/// Returns the words of blocks, a line a block; `mention` writes each mention of a term.
pub fn lines(
    blocks: &[Block],
    index: &Index,
    mention: &mut dyn FnMut(&Term, &str) -> String,
) -> Vec<String> {
    let labels = ElementLabels::for_lang(index.lang().as_str());
    let mut lines = Lines {
        index,
        labels,
        mention,
        written: Vec::new(),
    };
    lines.blocks(blocks);
    lines.written
}

/// The words of blocks, as far as they are written.
struct Lines<'a> {
    index: &'a Index<'a>,
    labels: &'static ElementLabels,
    mention: &'a mut dyn FnMut(&Term, &str) -> String,
    written: Vec<String>,
}

impl Lines<'_> {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn add(&mut self, line: impl Into<String>) {
        self.written.push(line.into());
    }

    fn words(&mut self, text: &Inlines) -> String {
        write(text, self.index, self.mention)
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(text) => {
                let words = self.words(text);
                self.add(words);
            }
            Block::Subheading(heading) => {
                let words = self.words(&heading.text);
                self.add(words);
            }
            Block::List(list) => self.list(list, 0),
            Block::Quote(quote) => {
                let paragraphs = std::iter::once(&quote.text).chain(&quote.more);
                let words: Vec<String> = paragraphs.map(|text| self.words(text)).collect();
                self.said(&words.join("\n> "), quote.attribution.as_ref());
            }
            Block::Element(element) => self.element(element.get()),
            Block::Model(id) => {
                let model = self.index.model(id);
                let words = model.map(|(_, model)| model.fallback.as_str().to_owned());
                self.written.extend(words);
            }
            Block::Unknown(unknown) => self.add(unknown.fallback.as_str()),
        }
    }

    fn element(&mut self, element: &Element) {
        match element {
            Element::Verse(verse) => {
                let stanzas = verse.stanzas.iter().map(|stanza| {
                    let lines: Vec<String> = stanza.iter().map(|line| self.words(line)).collect();
                    lines.join("\n> ")
                });
                let words = stanzas.collect::<Vec<_>>().join("\n>\n> ");
                self.said(&words, verse.attribution.as_ref());
            }
            Element::Code(code) => self.add(code.as_str()),
            Element::Divider => self.add("* * *"),
            Element::Image(image) => self.image(image),
            Element::Gallery(gallery) => {
                for image in gallery.images.iter() {
                    self.image(image);
                }
                if let Some(caption) = &gallery.caption {
                    let caption = self.words(caption);
                    self.add(caption);
                }
            }
            Element::Video(video) => {
                let name = self.labels.video(video.title.as_str());
                self.recording(
                    &name,
                    video.files.first(),
                    video.caption.as_ref(),
                    &video.transcript,
                );
            }
            Element::Audio(audio) => {
                let name = self.labels.audio(audio.title.as_str());
                self.recording(
                    &name,
                    audio.files.first(),
                    audio.caption.as_ref(),
                    &audio.transcript,
                );
            }
            Element::Embed(embed) => self.add(format!(
                "{}: {} ({})",
                embed.title.as_str(),
                embed.fallback.as_str(),
                embed.url.as_str(),
            )),
            Element::Table(table) => self.table(table),
            Element::Related(related) => {
                let heading = related.heading.as_ref();
                self.add(heading.map_or(self.labels.related(), |words| words.as_str()));
                for link in related.links.iter() {
                    self.add(format!("- {} ({})", link.title.as_str(), link.url.as_str()));
                }
            }
            Element::PullQuote(quote) => {
                if quote.repeats == Some(false) {
                    let words = self.words(&quote.text);
                    self.said(&words, quote.attribution.as_ref());
                }
            }
            Element::Aside(aside) => {
                self.add(aside.heading.as_str());
                self.blocks(&aside.blocks);
            }
            Element::QAndA(qanda) => {
                for question in qanda.questions.iter() {
                    self.add(question.question.as_str());
                    self.blocks(&question.answer);
                }
            }
            Element::Views(views) => self.views(views),
        }
    }

    fn list(&mut self, list: &ListBlock, depth: usize) {
        for item in list.items.iter() {
            let words = self.words(&item.text);
            self.add(format!("{}- {words}", "  ".repeat(depth)));
            if let Some(inner) = &item.list {
                self.list(inner, depth + 1);
            }
        }
    }

    fn said(&mut self, words: &str, name: Option<&Text>) {
        self.add(match name {
            Some(name) => format!("> {words} ({})", name.as_str()),
            None => format!("> {words}"),
        });
    }

    fn image(&mut self, image: &Image) {
        let alt = image.alt.as_str();
        let mut parts = Vec::new();
        if !alt.is_empty() {
            parts.push(self.labels.image(alt));
        }
        if let Some(caption) = &image.caption {
            parts.push(self.words(caption));
        }
        parts.extend(
            image
                .credit
                .as_ref()
                .map(|credit| format!("({})", credit.as_str())),
        );
        if !parts.is_empty() {
            self.add(format!("[{}]", parts.join(" – ")));
        }
    }

    fn recording(
        &mut self,
        name: &str,
        file: Option<&MediaFile>,
        caption: Option<&Inlines>,
        transcript: &Transcript,
    ) {
        let address = file.map(|file| file.url.as_str()).unwrap_or_default();
        let caption = caption.map(|caption| format!(" {}", self.words(caption)));
        self.add(format!(
            "[{name} ({address}){}]",
            caption.unwrap_or_default()
        ));
        if let Some(words) = transcript.blocks() {
            self.add(self.labels.transcript());
            self.blocks(words);
        }
    }

    /// Writes a table as a line a row, each cell with its heading.
    fn table(&mut self, table: &Table) {
        self.add(table.caption.as_str());
        for row in table.rows.iter() {
            let cells = row
                .iter()
                .zip(table.columns.iter())
                .filter_map(|(cell, column)| {
                    let words = match cell {
                        Cell::Empty => return None,
                        Cell::Number(number) => number.text(),
                        Cell::Words(words) => self.words(words),
                    };
                    let unit = column
                        .unit
                        .as_ref()
                        .map(|unit| format!(" {}", unit.as_str()));
                    Some(format!(
                        "{}: {words}{}",
                        column.label.as_str(),
                        unit.unwrap_or_default()
                    ))
                });
            let line = cells.collect::<Vec<_>>().join("; ");
            self.add(format!("- {line}"));
        }
        if let Some(note) = &table.note {
            let note = self.words(note);
            self.add(note);
        }
    }

    fn views(&mut self, views: &Views) {
        self.add(views.question.as_str());
        if let Some(agreed) = &views.agreed {
            let agreed = self.words(agreed);
            self.add(format!("{} {agreed}", self.labels.all_agree()));
        }
        for view in views.views.iter() {
            self.add(view.who.as_str());
            for claim in view.claims.iter() {
                let words = self.words(&claim.text);
                self.add(format!("- {words}"));
            }
        }
    }
}
