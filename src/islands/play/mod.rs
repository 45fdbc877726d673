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

use crate::labels::{ModelLabels, fill_all};
use crate::view::Look;
pub use ask::{Ask, PLAY};
pub use control::SETTING;

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
    let words = look.writing.words;
    let title = look.model.title.shared();
    let note = look
        .model
        .note
        .as_ref()
        .map(|note| html! { <p class="explainer-note">{ note.shared() }</p> });
    html! {
        <figure class="explainer-play" part="model">
            <figcaption class="explainer-play-title" part="model-title">{ title.clone() }</figcaption>
            { for note }
            <div class="explainer-controls" part="controls" role="group"
                aria-label={fill_all(words.controls, &[&title])}>
                { controls(look) }
            </div>
            <p class="explainer-readout" part="readout">{ look.sentence() }</p>
            if matches!(look.kind, Kind::Threshold(_)) {
                <p class="explainer-caution">{ words.caution }</p>
            }
            <div class="explainer-drawing">{ look.body() }</div>
            <div class="explainer-play-bar">
                { button(Ask::Reset, words.reset) }
                { button(Ask::CopyLink, words.copy_scenario) }
            </div>
            <p class="explainer-message">{ play.message.clone() }</p>
            { for look.table().map(|table| more(look.table_label(), table, words)) }
            <details class="explainer-more">
                <summary>{ words.basis }</summary>
                <div class="explainer-basis-of">{ look.basis() }</div>
                <p>{ look.model.fallback.shared() }</p>
                <div class="explainer-play-bar">
                    { button(Ask::SaveSvg, words.save_svg) }
                    { button(Ask::SavePng, words.save_png) }
                    if look.table().is_none() { { button(Ask::CopyCsv, words.copy_csv) } }
                </div>
            </details>
            <p class="explainer-status" role="status">{ play.said.clone() }</p>
        </figure>
    }
}

fn controls(look: &Look) -> Html {
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
        (Kind::Comparison(comparison), _) => comparison::controls(look, comparison),
        (Kind::Participants(participants), _) => participants::controls(look, participants),
        _ => Html::default(),
    }
}

fn more(label: &'static str, table: Html, words: &ModelLabels) -> Html {
    html! {
        <details class="explainer-more">
            <summary>{ label }</summary>
            <div class="explainer-table" tabindex="0" role="group" aria-label={label}>{ table }</div>
            <div class="explainer-play-bar">{ button(Ask::CopyCsv, words.copy_csv) }</div>
        </details>
    }
}

fn button(ask: Ask, label: &'static str) -> Html {
    html! {
        <button type="button" class="explainer-tool" part="tool" data-explainer-play={ask.name()}>
            { label }
        </button>
    }
}
