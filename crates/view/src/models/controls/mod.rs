//! A mini-model at play: its controls, what it shows, and what a reader can take away.

mod ask;
mod comparison;
mod control;
mod decision;
mod participants;
mod threshold;
mod timeline;

use explainer_models::Settings;
use explainer_story::Kind;
use yew::prelude::*;

use crate::{Look, markup, more, scrolling};
pub use ask::{Ask, PLAY};
pub use control::{SETTING, VALUE};
use explainer_i18n::fill;

/// A mini-model as it stands.
pub struct Play<'a> {
    /// What it shows.
    pub look: Look<'a>,
    /// What a reader sees of the last thing asked, such as that a link was copied.
    pub message: AttrValue,
    /// What a screen reader should say next.
    pub said: AttrValue,
    /// What holds its [`folds`].
    pub folds: Html,
}

/// Draws a mini-model with its controls.
pub fn play(play: &Play) -> Html {
    let look = &play.look;
    let text = look.writing.words;
    let title: AttrValue = look.model.title.shared().into();
    let note = look.model.note.as_ref();
    let caution = matches!(look.kind, Kind::Threshold(_)).then_some(text.caution());
    markup!(
        "<figure class='explainer-play' part='model'>\
            <figcaption class='explainer-play-title' part='model-title'>{}</figcaption>\
            {}\
            <div class='explainer-controls' part='controls' role='group' aria-label={}>{}</div>\
            <p class='explainer-readout' part='readout'>{}</p>\
            {}\
            <div class='explainer-drawing'>{}</div>\
            {}\
            <p class='explainer-message'>{}</p>\
            {}\
            <p class='explainer-status' role='status'>{}</p>\
        </figure>",
        title.clone(),
        note.map(|note| markup!("<p class='explainer-note'>{}</p>", note.shared())),
        fill(text.controls(), &[&title]),
        controls(look),
        look.sentence(),
        caution.map(|caution| markup!("<p class='explainer-caution'>{}</p>", caution)),
        look.body(),
        bar(&[
            (Ask::Reset, text.reset()),
            (Ask::CopyLink, text.copy_scenario()),
        ]),
        play.message.clone(),
        play.folds.clone(),
        play.said.clone(),
    )
}

/// Draws what is folded away beneath a mini-model.
pub fn folds(look: &Look) -> Html {
    let text = look.writing.words;
    let label = look.table_label();
    let table = look.table();
    let basis = markup!(
        "{}<p>{}</p>{}",
        look.basis(),
        look.model.fallback.shared(),
        bar(&[
            (Ask::CopyCsv, text.copy_csv()),
            (Ask::SaveSvg, text.save_svg()),
            (Ask::SavePng, text.save_png()),
        ]),
    );
    markup!(
        "{}{}",
        table.map(|table| more(label, scrolling(label, table))),
        more(text.basis(), basis),
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

fn bar(asks: &[(Ask, &'static str)]) -> Html {
    let mut buttons = Vec::new();
    for (ask, label) in asks {
        buttons.push(tool(*ask, label));
    }
    markup!("<div class='explainer-play-bar'>{}</div>", buttons)
}

fn tool(ask: Ask, label: &'static str) -> Html {
    markup!(
        "<button type='button' class='explainer-tool' part='tool' data-explainer-play={}>{}</button>",
        ask.name(),
        label,
    )
}
