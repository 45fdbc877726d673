//! Mini-models with their controls, and a kind that the widget does not have.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use explainer_i18n::native_locale;
use explainer_models::Settings;
use explainer_story::{Direction, MiniModel, parse_json};
use explainer_view::components::{Root, RootProps};
use explainer_view::controls::{PlayerProps, details_panel, player};
use explainer_view::{Evidence, ModelContext, ModelView, view_of};
use yew::{Html, LocalServerRenderer, html};

const BUNDLED: &str = include_str!("../../../www/stories/microsoft-openai.json");

/// Returns the markup, a line an element.
fn markup(content: Html) -> String {
    let renderer = LocalServerRenderer::<Root>::with_props(RootProps::new(content));
    let html = futures::executor::block_on(renderer.hydratable(false).render());
    html.replace("><", ">\n<")
}

/// Returns a model with its controls and its open details, as English readers see it.
fn played(model: &MiniModel, view: &dyn ModelView) -> String {
    let locale = native_locale("en", Direction::Ltr).unwrap();
    let ctx = ModelContext {
        model,
        view,
        locale: &locale,
        width: 640.0,
        today: None,
    };
    markup(player(&PlayerProps {
        ctx,
        message: "Link copied".into(),
        announcement: "As announced.".into(),
        details_panel: details_panel(&ctx),
    }))
}

#[test]
fn every_kind_with_its_controls() {
    let models = parse_json(BUNDLED).article.unwrap().models;
    for model in &models {
        let kind = model.kind.as_ref().unwrap();
        let settings = Settings::new(kind);
        let view = view_of(kind, &settings).unwrap();
        insta::assert_snapshot!(model.id.as_str(), played(model, &*view));
    }
    assert_eq!(models.len(), 5, "one of each kind");
}

#[test]
fn settings_of_another_kind_have_no_view() {
    let models = parse_json(BUNDLED).article.unwrap().models;
    let mut kinds = models.iter().map(|model| model.kind.as_ref().unwrap());
    let (first, second) = (kinds.next().unwrap(), kinds.next().unwrap());
    assert!(view_of(first, &Settings::new(second)).is_none());
}

/// A kind that only this test has.
struct Coin {
    is_heads: bool,
}

impl ModelView for Coin {
    fn chart(&self, ctx: &ModelContext) -> Html {
        html! { <p class="coin">{ ctx.width }</p> }
    }

    fn table(&self, _ctx: &ModelContext) -> Option<Html> {
        None
    }

    fn table_label(&self, _ctx: &ModelContext) -> &'static str {
        "Tosses"
    }

    fn sentence(&self, _ctx: &ModelContext) -> String {
        if self.is_heads { "Heads." } else { "Tails." }.into()
    }

    fn caution(&self, _ctx: &ModelContext) -> Option<&'static str> {
        Some("A coin has no memory.")
    }

    fn evidence(&self, ctx: &ModelContext) -> Vec<Evidence<'_>> {
        vec![Evidence {
            label: ctx.model.title.shared(),
            value: Some("1 of 2".into()),
            status: None,
            source: None,
            note: None,
        }]
    }

    fn controls(&self, _ctx: &ModelContext) -> Vec<Html> {
        vec![html! { <button type="button">{ "Toss" }</button> }]
    }
}

#[test]
fn a_kind_of_ones_own_needs_the_trait_alone() {
    let models = parse_json(BUNDLED).article.unwrap().models;
    let html = played(models.first().unwrap(), &Coin { is_heads: true });
    for part in [
        "<p class=\"coin\">640</p>",
        "part=\"readout\" class=\"explainer-readout\">Heads.</p>",
        "<p class=\"explainer-caution\">A coin has no memory.</p>",
        "<button type=\"button\">Toss</button>",
        ": 1 of 2</li>",
    ] {
        assert!(html.contains(part), "no {part} in:\n{html}");
    }
}
