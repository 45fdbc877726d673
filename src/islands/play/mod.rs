//! A mini-model at play: its controls, what it shows, and what a reader can take away.

mod ask;
mod comparison;
mod control;
mod decision;
mod participants;
mod threshold;
mod timeline;

use explainer_engine::Settings;
use explainer_model::Kind;
use yew::prelude::*;

use crate::labels::fill_all;
use crate::view::{Look, el, more, scrolling, words};
pub use ask::{Ask, PLAY};
pub use control::{SETTING, VALUE};

/// A mini-model as it stands.
pub struct Play<'a> {
    /// What it shows.
    pub look: Look<'a>,
    /// What a reader sees of the last thing asked, such as that a link was copied.
    pub message: AttrValue,
    /// What a screen reader should say next.
    pub said: AttrValue,
}

/// Draws a mini-model with its controls.
pub fn play(play: &Play) -> Html {
    let look = &play.look;
    let text = look.writing.words;
    let title: AttrValue = look.model.title.shared().into();
    let mut parts = vec![part(
        "figcaption",
        "explainer-play-title",
        "model-title",
        title.clone(),
    )];
    if let Some(note) = &look.model.note {
        parts.push(words("p", "explainer-note", note.shared().into()));
    }
    let group = fill_all(text.controls, &[&title]).into();
    parts.push(el(
        "div",
        &[
            ("class", "explainer-controls".into()),
            ("part", "controls".into()),
            ("role", "group".into()),
            ("aria-label", group),
        ],
        controls(look),
    ));
    parts.push(part(
        "p",
        "explainer-readout",
        "readout",
        look.sentence().into(),
    ));
    if matches!(look.kind, Kind::Threshold(_)) {
        parts.push(words("p", "explainer-caution", text.caution.into()));
    }
    parts.push(el(
        "div",
        &[("class", "explainer-drawing".into())],
        vec![look.body()],
    ));
    parts.push(bar(&[
        (Ask::Reset, text.reset),
        (Ask::CopyLink, text.copy_scenario),
    ]));
    parts.push(words("p", "explainer-message", play.message.clone()));
    if let Some(table) = look.table() {
        let label = look.table_label();
        parts.push(more(label, vec![scrolling(label, table)]));
    }
    let asks = [
        (Ask::CopyCsv, text.copy_csv),
        (Ask::SaveSvg, text.save_svg),
        (Ask::SavePng, text.save_png),
    ];
    let fallback = words("p", "", look.model.fallback.shared().into());
    parts.push(more(text.basis, vec![look.basis(), fallback, bar(&asks)]));
    parts.push(el(
        "p",
        &[
            ("class", "explainer-status".into()),
            ("role", "status".into()),
        ],
        vec![play.said.clone().into()],
    ));
    el(
        "figure",
        &[("class", "explainer-play".into()), ("part", "model".into())],
        parts,
    )
}

fn controls(look: &Look) -> Vec<Html> {
    match (look.kind, look.settings) {
        (Kind::Decision(decision), Settings::Decision(path)) => {
            decision::controls(look, decision, path)
        }
        (Kind::Threshold(threshold), Settings::Threshold(assumptions)) => {
            threshold::controls(look, threshold, assumptions)
        }
        (Kind::Timeline(timeline), Settings::Timeline(month)) => {
            timeline::controls(look, timeline, *month)
        }
        (Kind::Comparison(comparison), Settings::Comparison(filter)) => {
            comparison::controls(look, comparison, *filter)
        }
        (Kind::Participants(participants), Settings::Participants(against)) => {
            participants::controls(look, participants, *against)
        }
        _ => Vec::new(),
    }
}

/// Draws words that a page may style.
fn part(name: &'static str, class: &'static str, part: &'static str, words: AttrValue) -> Html {
    el(
        name,
        &[("class", class.into()), ("part", part.into())],
        vec![words.into()],
    )
}

fn bar(asks: &[(Ask, &'static str)]) -> Html {
    let mut buttons = Vec::new();
    for (ask, label) in asks {
        buttons.push(button(
            *ask,
            "explainer-tool",
            "tool",
            "".into(),
            (*label).into(),
        ));
    }
    el("div", &[("class", "explainer-play-bar".into())], buttons)
}

fn button(
    ask: Ask,
    class: &'static str,
    part: &'static str,
    value: AttrValue,
    label: AttrValue,
) -> Html {
    let attributes = [
        ("type", "button".into()),
        ("class", class.into()),
        ("part", part.into()),
        (PLAY, ask.name().into()),
        ("value", value),
    ];
    el("button", &attributes, vec![label.into()])
}
