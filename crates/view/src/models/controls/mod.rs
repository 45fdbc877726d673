//! A mini-model with its controls, as its player shows it.

mod action;
mod control;

use yew::prelude::*;

use super::{ModelContext, details};
pub use action::{MODEL_ACTION, ModelAction};
pub use control::{SETTING, VALUE};
pub(super) use control::{Slider, options, scale_slider, slider, switch};

/// What a player shows.
pub struct PlayerProps<'a> {
    /// The model and its settings.
    pub ctx: ModelContext<'a>,
    /// What it shows, as [`ModelContext::sentence`] tells it.
    pub sentence: AttrValue,
    /// What came of the last action, such as that a link was copied.
    pub message: AttrValue,
    /// What a screen reader announces next.
    pub announcement: AttrValue,
    /// Whether the reader has set anything.
    pub is_changed: bool,
    /// The element that the [`details_panel`] is mounted in.
    pub details_panel: Html,
}

/// Renders a mini-model with its controls.
pub fn player(props: &PlayerProps) -> Html {
    let ctx = &props.ctx;
    let labels = ctx.locale.labels;
    let title: AttrValue = ctx.model.title.shared().into();
    let note = ctx.model.note.as_ref();
    let note = note.map(|note| html! { <p class="explainer-note">{ note.shared() }</p> });
    let controls = ctx.view.controls(ctx);
    let controls = (!controls.is_empty()).then(|| {
        html! {
            <div class="explainer-controls" part="controls" role="group"
                aria-label={labels.settings(&title)}>
                { for controls }
            </div>
        }
    });
    let readout = ctx.view.readout(ctx).map(AttrValue::from);
    let readout = readout.unwrap_or_else(|| props.sentence.clone());
    let caution = ctx.view.caution(ctx);
    let caution = caution.map(|words| html! { <p class="explainer-caution">{ words }</p> });
    html! {
        <figure class="explainer-play" part="model">
            <figcaption class="explainer-play-title" part="model-title">{ title.clone() }</figcaption>
            { note }
            { controls }
            // A new element for new words: a translator may have put its own in place of Yew's text, which
            // then changes out of sight.
            <p key={readout.as_str()} class="explainer-readout" part="readout">{ readout.clone() }</p>
            { caution }
            <div class="explainer-drawing">{ ctx.chart() }</div>
            <div class="explainer-play-bar">
                if props.is_changed {
                    { button(ModelAction::Reset, labels.reset()) }
                }
                { button(ModelAction::CopyLink, labels.copy_scenario()) }
            </div>
            <p key={props.message.as_str()} class="explainer-message">{ props.message.clone() }</p>
            { props.details_panel.clone() }
            <p class="explainer-status" role="status">{ props.announcement.clone() }</p>
        </figure>
    }
}

/// Renders the collapsed table and sources beneath a mini-model.
pub fn details_panel(ctx: &ModelContext) -> Html {
    let labels = ctx.locale.labels;
    let evidence = html! {
        <>
            { ctx.evidence() }
            <p>{ ctx.model.fallback.shared() }</p>
            { button_row(&[
                (ModelAction::CopyTable, labels.copy_table()),
                (ModelAction::SaveCsv, labels.save_csv()),
                (ModelAction::SaveSvg, labels.save_svg()),
                (ModelAction::SavePng, labels.save_png()),
            ]) }
        </>
    };
    html! { <>{ ctx.collapsed_table() }{ details(labels.basis(), evidence) }</> }
}

fn button_row(buttons: &[(ModelAction, &'static str)]) -> Html {
    let buttons = buttons.iter().map(|(action, label)| button(*action, label));
    html! { <div class="explainer-play-bar">{ for buttons }</div> }
}

pub(super) fn button(action: ModelAction, label: &'static str) -> Html {
    html! {
        <button type="button" class="explainer-tool" part="tool"
            data-explainer-play={action.name()}>
            { label }
        </button>
    }
}
