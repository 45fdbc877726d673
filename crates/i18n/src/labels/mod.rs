//! Every word of the interface that a reader sees or hears, by language.
//!
//! A language is a text with a phrase a line, in the order in which the phrases are declared here.
//! In a phrase, each `{}` stands for a part that changes. A table of phrases in the wasm would weigh
//! far more than a text that is read into one.
mod models;
#[cfg(test)]
mod tests;

use std::sync::LazyLock;

use explainer_story::Moment;
pub use models::ModelLabels;

/// Declares the phrases of a text in the order of its lines, each with a method that returns it.
macro_rules! phrases {
    ($(#[$about:meta])* $name:ident { $($(#[$meaning:meta])* $phrase:ident,)* }) => {
        $(#[$about])*
        pub struct $name([&'static str; Self::NAMES.len()]);

        impl $name {
            pub(in crate::labels) const NAMES: &'static [&'static str] = &[$(stringify!($phrase)),*];

            pub(in crate::labels) fn read(text: &'static str) -> Self {
                let mut phrases = [""; Self::NAMES.len()];
                $crate::labels::read_lines(text, &mut phrases);
                Self(phrases)
            }
        }

        const _: () = {
            #[expect(non_camel_case_types, reason = "named as their methods are")]
            enum Place { $($phrase),* }

            impl $name {
                $(
                    $(#[$meaning])*
                    #[expect(clippy::indexing_slicing, reason = "there is a place for each")]
                    pub fn $phrase(&self) -> &'static str {
                        self.0[Place::$phrase as usize]
                    }
                )*
            }
        };
    };
}
use phrases;

phrases! {
    /// The words of one language.
    Labels {
        /// Primary language subtag, as in `en`.
        lang,
        /// Names the toolbar.
        tools,
        /// Names the control that folds the story to its summary.
        summarize,
        /// Opens every section.
        expand_all,
        /// Closes every section.
        collapse_all,
        /// Said when the summary has appeared.
        summary_shown,
        /// Said when the whole story is back.
        story_shown,
        /// Heads the summary.
        in_brief,
        /// Heads the glossary.
        terms,
        /// Stands before a term's other names: `{}` is the list.
        also,
        /// Stands before the links to a term's mentions.
        mentioned_in,
        /// Stands before sources.
        sources,
        /// Stands before what the story is based on.
        based_on,
        /// Heads the corrections.
        corrections,
        /// Stands before the date of the last change: `{}` is the date.
        updated,
        /// Names the control that copies a section's address: `{}` is its heading.
        copy_link,
        /// Said when the address is in the clipboard.
        link_copied,
        /// Said when the browser refused the clipboard.
        link_not_copied,
        /// Closes a definition.
        close,
        /// Leads back to the definition read before: `{}` is its label.
        back_to,
        /// Quotation marks around what they quote.
        quotes,
        /// The months, a space between.
        months,
        /// `{}` are the day, the month and the year.
        date,
        /// How the clock calls midnight: `12`, where it goes round twice a day, `0`, or `00`, where
        /// every hour has two digits.
        midnight,
        /// `{}` are the date, the hour and the minute of a time before noon.
        before_noon,
        /// The same from noon on.
        after_noon,
    }
}

/// All that one language says.
struct Language {
    labels: Labels,
    models: ModelLabels,
}

macro_rules! language {
    ($lang:literal) => {
        Language {
            labels: Labels::read(include_str!(concat!($lang, ".txt"))),
            models: ModelLabels::read(include_str!(concat!($lang, "-models.txt"))),
        }
    };
}

/// The languages; English, for all others, is the first.
static LANGUAGES: LazyLock<[Language; 5]> = LazyLock::new(|| {
    [
        language!("en"),
        language!("de"),
        language!("fr"),
        language!("es"),
        language!("ar"),
    ]
});

impl Language {
    fn for_lang(tag: &str) -> &'static Self {
        let lang = tag.split('-').next().unwrap_or(tag);
        let [english, ..] = &*LANGUAGES;
        LANGUAGES
            .iter()
            .find(|known| known.labels.lang().eq_ignore_ascii_case(lang))
            .unwrap_or(english)
    }
}

impl Labels {
    /// Returns the words for a language tag; English where there are none.
    pub fn for_lang(tag: &str) -> &'static Self {
        &Language::for_lang(tag).labels
    }

    /// Returns `text` in the language's quotation marks.
    pub fn quoted(&self, text: &str) -> String {
        fill(self.quotes(), &[text])
    }

    /// Returns the moment as readers of the language write it.
    pub fn moment(&self, moment: &Moment) -> String {
        let month = usize::from(moment.month()).saturating_sub(1);
        let month = self.months().split(' ').nth(month).unwrap_or_default();
        let (day, year) = (moment.day().to_string(), moment.year().to_string());
        let date = fill(self.date(), &[&day, month, &year]);
        let Some(time) = moment.time() else {
            return date;
        };
        let hour = match self.midnight() {
            "12" => ((time.hour + 11) % 12 + 1).to_string(),
            "0" => time.hour.to_string(),
            _ => two_digits(time.hour),
        };
        let phrase = if time.hour < 12 {
            self.before_noon()
        } else {
            self.after_noon()
        };
        fill(phrase, &[&date, &hour, &two_digits(time.minute)])
    }
}

/// Returns `phrase` with `parts`, in order, where its `{}` stand.
pub fn fill(phrase: &str, parts: &[&str]) -> String {
    let mut parts = parts.iter();
    // By one letter: a search for `{}` is a kilobyte of code.
    let mut pieces = phrase.split('{');
    let mut text = String::from(pieces.next().unwrap_or_default());
    for piece in pieces {
        text.push_str(parts.next().copied().unwrap_or_default());
        text.push_str(piece.strip_prefix('}').unwrap_or(piece));
    }
    text
}

/// Writes a number below 100 in two digits.
fn two_digits(number: u8) -> String {
    let digits = number.to_string();
    if number < 10 {
        ["0", &digits].concat()
    } else {
        digits
    }
}

// Once in the wasm for texts of any length.
#[inline(never)]
fn read_lines(text: &'static str, phrases: &mut [&'static str]) {
    for (phrase, line) in phrases.iter_mut().zip(text.split('\n')) {
        *phrase = line;
    }
}
