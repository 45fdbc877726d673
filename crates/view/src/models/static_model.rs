use explainer_i18n::ModelLocale;
use explainer_models::Settings;
use explainer_story::{Direction, Lang, MiniModel};
use yew::prelude::*;

use super::{ModelContext, view_of};

/// Width of a chart that no script has measured, in CSS pixels.
const STATIC_WIDTH: f64 = 320.0;

/// Renders a standalone model's static fallback.
pub fn standalone_model(
    model: &MiniModel,
    lang: &Lang,
    direction: Direction,
    locale: &ModelLocale,
) -> Html {
    static_model(model, locale, Some((lang, direction)))
}

/// Renders the static fallback of a story's mini-models. A widget that makes none carries no code for
/// them.
#[derive(Clone, Debug)]
pub struct StaticModels {
    locale: ModelLocale,
    render: fn(&MiniModel, &ModelLocale) -> Html,
}

impl StaticModels {
    /// Returns the renderer for a locale.
    pub fn new(locale: ModelLocale) -> Self {
        let render = |model: &MiniModel, locale: &ModelLocale| static_model(model, locale, None);
        Self { locale, render }
    }

    pub(crate) fn render(&self, model: &MiniModel) -> Html {
        (self.render)(model, &self.locale)
    }
}

/// Renders a model's fallback text.
pub(crate) fn fallback(model: &MiniModel) -> Html {
    html! {
        <figure class="explainer-model">
            <figcaption>{ model.title.shared() }</figcaption>
            <p>{ model.fallback.shared() }</p>
        </figure>
    }
}

/// Renders a model with its default settings, without controls, in the element that brings them.
fn static_model(
    model: &MiniModel,
    locale: &ModelLocale,
    around: Option<(&Lang, Direction)>,
) -> Html {
    let Some(kind) = &model.kind else {
        return fallback(model);
    };
    let settings = Settings::new(kind);
    let Some(view) = view_of(kind, &settings) else {
        return fallback(model);
    };
    let ctx = ModelContext {
        model,
        view: &*view,
        locale,
        width: STATIC_WIDTH,
        today: None,
    };
    // The JSON is in an attribute, not in a script element as on a page written by hand: a page with
    // Trusted Types lets no script fill a script element, whatever its type.
    html! {
        <explainer-model model={model.id.shared()} json={model.json.clone()}
            lang={around.map(|(lang, _)| lang.shared())}
            dir={around.map(|(_, direction)| direction.as_str())}>
            <figure class="explainer-model explainer-still">
                <figcaption>{ model.title.shared() }</figcaption>
                <p>{ model.fallback.shared() }</p>
                <div class="explainer-drawing">{ ctx.chart() }</div>
                { ctx.collapsed_table() }
                { ctx.evidence() }
            </figure>
        </explainer-model>
    }
}
