use explainer_i18n::ModelLocale;
use explainer_models::read;
use explainer_story::{Article, Direction, Lang, MiniModel, Problems};
use yew::prelude::*;

use super::{ModelContext, PLAYABLE_KINDS, PlayableModel};

/// Width of a chart that no script has measured, in CSS pixels.
const STATIC_WIDTH: f64 = 320.0;

/// Renders a standalone model's static fallback.
pub fn standalone_model(
    model: &MiniModel,
    lang: &Lang,
    direction: Direction,
    locale: &ModelLocale,
) -> Html {
    // Whoever read the story has its problems.
    match read(model, PLAYABLE_KINDS, &mut Problems::default()) {
        Some(playable) => static_model(model, &*playable, locale, Some((lang, direction))),
        None => fallback(model),
    }
}

/// The mini-models of a story, to be rendered without controls. A widget that makes none carries no
/// code for them.
pub struct StaticModels {
    locale: ModelLocale,
    // In the order of the story's models; nothing where one cannot be shown.
    playable: Vec<Option<Box<dyn PlayableModel>>>,
    render: fn(&MiniModel, &dyn PlayableModel, &ModelLocale) -> Html,
}

impl StaticModels {
    /// Reads the mini-models of a story. Adds to `problems` what is wrong with them.
    pub fn read(article: &Article, locale: ModelLocale, problems: &mut Problems) -> Self {
        let models = article.models.iter();
        Self {
            locale,
            playable: models
                .map(|model| read(model, PLAYABLE_KINDS, problems))
                .collect(),
            render: |model, playable, locale| static_model(model, playable, locale, None),
        }
    }

    /// Returns whether there is a model that can be shown.
    pub fn can_be_played(&self) -> bool {
        self.playable.iter().any(Option::is_some)
    }

    /// Renders the model with that index in the story.
    pub(crate) fn render(&self, index: usize, model: &MiniModel) -> Html {
        match self.playable.get(index) {
            Some(Some(playable)) => (self.render)(model, &**playable, &self.locale),
            _ => fallback(model),
        }
    }
}

/// Renders the fallback text of a model that nothing has read yet, in the element that will. Names no
/// kind, so that a story is there before the code of its models.
pub(crate) fn unread_model(model: &MiniModel) -> Html {
    html! {
        <explainer-model model={model.id.shared()} json={model.json.to_json()}>
            { fallback(model) }
        </explainer-model>
    }
}

/// Renders the fallback text of a model that cannot be shown.
fn fallback(model: &MiniModel) -> Html {
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
    playable: &dyn PlayableModel,
    locale: &ModelLocale,
    around: Option<(&Lang, Direction)>,
) -> Html {
    let view = playable.view();
    let ctx = ModelContext {
        model,
        view: &*view,
        locale,
        width: STATIC_WIDTH,
        today: None,
        is_played: false,
    };
    // The JSON is in an attribute, not in a script element as on a page written by hand: a page with
    // Trusted Types lets no script fill a script element, whatever its type.
    html! {
        <explainer-model model={model.id.shared()} json={model.json.to_json()}
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
