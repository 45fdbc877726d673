//! Every word of the interface that a reader sees or hears, by language.

mod languages;
#[cfg(feature = "models")]
mod models;

use explainer_model::Moment;

#[cfg(feature = "models")]
pub use models::{ModelLabels, fill_all};

/// The words of one language. In a phrase, `{}` stands for the part that changes.
pub struct Labels {
    /// Primary language subtag, as in `en`.
    pub lang: &'static str,
    /// Names the toolbar.
    pub tools: &'static str,
    /// Names the control that folds the story to its summary.
    pub summarize: &'static str,
    /// Opens every section.
    pub expand_all: &'static str,
    /// Closes every section.
    pub collapse_all: &'static str,
    /// Said when the summary has appeared.
    pub summary_shown: &'static str,
    /// Said when the whole story is back.
    pub story_shown: &'static str,
    /// Heads the summary.
    pub in_brief: &'static str,
    /// Heads the glossary.
    pub terms: &'static str,
    /// Stands before a term's other names: `{}` is the list.
    pub also: &'static str,
    /// Stands before the links to a term's mentions.
    pub mentioned_in: &'static str,
    /// Stands before sources.
    pub sources: &'static str,
    /// Stands before what the story is based on.
    pub based_on: &'static str,
    /// Heads the corrections.
    pub corrections: &'static str,
    /// Stands before the date of the last change: `{}` is the date.
    pub updated: &'static str,
    /// Names the control that copies a section's address: `{}` is its heading.
    pub copy_link: &'static str,
    /// Said when the address is in the clipboard.
    pub link_copied: &'static str,
    /// Said when the browser refused the clipboard.
    pub link_not_copied: &'static str,
    /// Closes a definition.
    pub close: &'static str,
    /// Leads back to the definition read before: `{}` is its label.
    pub back_to: &'static str,
    /// Quotation marks.
    pub quotes: (&'static str, &'static str),
    months: [&'static str; 12],
    date: DateStyle,
}

/// How a language writes a date and a time of day.
#[derive(Clone, Copy)]
enum DateStyle {
    /// `22 January 2025, 12:36 pm`
    DayMonthYear12,
    /// `22 janvier 2025, 12:36`
    DayMonthYear,
    /// `22 يناير 2025، 12:36`
    Arabic,
    /// `22. Januar 2025, 12:36 Uhr`
    German,
    /// `22 de enero de 2025, 12:36`
    Spanish,
}

impl Labels {
    /// Returns the words for a language tag; English where there are none.
    pub fn for_lang(tag: &str) -> &'static Self {
        let language = tag.split('-').next().unwrap_or(tag);
        languages::ALL
            .iter()
            .copied()
            .find(|labels| labels.lang.eq_ignore_ascii_case(language))
            .unwrap_or(&languages::ENGLISH)
    }

    /// Returns `text` in the language's quotation marks.
    pub fn quoted(&self, text: &str) -> String {
        let (open, close) = self.quotes;
        [open, text, close].concat()
    }

    /// Returns the moment as readers of the language write it.
    pub fn moment(&self, moment: &Moment) -> String {
        let (day, year) = (moment.day(), moment.year());
        let month = usize::from(moment.month()).saturating_sub(1);
        let month = self.months.get(month).copied().unwrap_or_default();
        let date = match self.date {
            DateStyle::DayMonthYear12 | DateStyle::DayMonthYear | DateStyle::Arabic => {
                format!("{day} {month} {year}")
            }
            DateStyle::German => format!("{day}. {month} {year}"),
            DateStyle::Spanish => format!("{day} de {month} de {year}"),
        };
        let Some(time) = moment.time() else {
            return date;
        };
        let (hour, minute) = (time.hour, time.minute);
        match self.date {
            DateStyle::DayMonthYear12 => {
                let half = if hour < 12 { "am" } else { "pm" };
                format!("{date}, {}:{minute:02} {half}", (hour + 11) % 12 + 1)
            }
            DateStyle::German => format!("{date}, {hour}:{minute:02} Uhr"),
            DateStyle::Arabic => format!("{date}، {hour:02}:{minute:02}"),
            DateStyle::DayMonthYear | DateStyle::Spanish => {
                format!("{date}, {hour:02}:{minute:02}")
            }
        }
    }
}

/// Returns `phrase` with `part` where its `{}` stands.
pub fn fill(phrase: &str, part: &str) -> String {
    phrase.replacen("{}", part, 1)
}
