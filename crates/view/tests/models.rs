//! Mini-models with their controls, and a kind that the widget does not have.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use explainer_i18n::native_locale;
use explainer_models::{KINDS, Kind, KindReader, Scenario, SetResult, read, set_scenario};
use explainer_story::json::{FromObject, Reader};
use explainer_story::{
    Direction, MiniModel, NonEmpty, ProblemKind, Problems, ShortText, parse_json,
};
use explainer_view::components::{Root, RootProps};
use explainer_view::controls::{PlayerProps, details_panel, player};
use explainer_view::{Evidence, KindView, ModelContext, ModelView, PLAYABLE_KINDS, PlayableModel};
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
        is_played: true,
    };
    markup(player(&PlayerProps {
        ctx,
        sentence: ctx.sentence().into(),
        message: "Link copied".into(),
        announcement: "As announced.".into(),
        is_changed: true,
        details_panel: details_panel(&ctx),
    }))
}

/// Returns the mini-models of the bundled story.
fn bundled() -> Vec<MiniModel> {
    parse_json(BUNDLED).article.unwrap().models
}

#[test]
fn every_kind_with_its_controls() {
    let models = bundled();
    let mut problems = Problems::default();
    for model in &models {
        let playable = read(model, PLAYABLE_KINDS, &mut problems).unwrap();
        insta::assert_snapshot!(model.id.as_str(), played(model, &*playable.view()));
    }
    assert_eq!(problems.list(), &[]);
    assert_eq!(models.len(), PLAYABLE_KINDS.len(), "one of each kind");
}

#[test]
fn a_model_that_is_as_at_first_has_no_reset() {
    let model = bundled().remove(0);
    let playable = read(&model, PLAYABLE_KINDS, &mut Problems::default()).unwrap();
    let view = playable.view();
    let locale = native_locale("en", Direction::Ltr).unwrap();
    for is_changed in [false, true] {
        let html = markup(player(&PlayerProps {
            ctx: ModelContext {
                model: &model,
                view: &*view,
                locale: &locale,
                width: 640.0,
                today: None,
                is_played: true,
            },
            sentence: "".into(),
            message: "".into(),
            announcement: "".into(),
            is_changed,
            details_panel: Html::default(),
        }));
        assert_eq!(html.contains("Reset"), is_changed);
    }
}

#[test]
fn every_kind_that_is_read_can_be_shown() {
    let read: Vec<&str> = KINDS.iter().map(KindReader::name).collect();
    let shown: Vec<&str> = PLAYABLE_KINDS.iter().map(KindReader::name).collect();
    assert_eq!(read, shown);
}

/// A kind that only this test has.
#[derive(FromObject)]
#[json(expected = "a coin model")]
struct Coin {
    sides: NonEmpty<ShortText>,
}

/// The setting's name.
const SIDE: &str = "side";

impl Kind for Coin {
    const NAME: &'static str = "coin";
    const SETTINGS: &'static [&'static str] = &[SIDE];
    /// The index of the side that is up.
    type Settings = usize;

    fn check(&self, reader: &mut Reader) {
        if self.sides.len() != 2 {
            let problem = ProblemKind::UnsoundModel {
                found: format!("a coin with {} sides", self.sides.len()),
                expected: "two sides",
                help: "give it two",
            };
            reader.report_in("sides", problem);
        }
    }

    fn default_settings(&self) -> usize {
        0
    }

    fn set(&self, up: &mut usize, name: &str, text: &str) -> SetResult {
        match self.sides.iter().position(|side| side.as_str() == text) {
            Some(index) if name == SIDE => {
                *up = index;
                SetResult::Applied
            }
            _ => SetResult::Ignored,
        }
    }

    fn write_scenario(&self, up: &usize, scenario: &mut Scenario) {
        if let Some(side) = self.sides.get(*up).filter(|_| *up > 0) {
            scenario.add(SIDE, side.as_str());
        }
    }
}

struct CoinView<'a> {
    up: &'a str,
}

impl KindView for Coin {
    fn view<'a>(&'a self, settings: &'a usize) -> Box<dyn ModelView + 'a> {
        let up = self.sides.get(*settings);
        let up = up.map(ShortText::as_str).unwrap_or_default();
        Box::new(CoinView { up })
    }
}

impl ModelView for CoinView<'_> {
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
        format!("It shows {}.", self.up)
    }

    fn readout(&self, _ctx: &ModelContext) -> Option<String> {
        None
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

/// Reads a coin with those sides where the widget has a kind more; returns it and what is wrong.
fn coin(sides: &str) -> (MiniModel, Option<Box<dyn PlayableModel>>, Vec<String>) {
    let json = format!(
        r#"{{ "schemaVersion": 1, "id": "s", "lang": "en", "headline": "H",
            "sections": [{{ "id": "lead", "heading": "H", "blocks": ["Words."] }}],
            "models": [{{ "id": "c", "kind": "coin", "title": "A coin", "fallback": "F", "sides": {sides} }}] }}"#
    );
    let model = parse_json(&json).article.unwrap().models.remove(0);
    let kinds = [KindReader::of::<Coin>()];
    let mut problems = Problems::default();
    let playable = read(&model, &kinds, &mut problems);
    let said = problems.list().iter().map(ToString::to_string).collect();
    (model, playable, said)
}

#[test]
fn a_sixth_kind_needs_the_traits_alone() {
    let (model, playable, said) = coin(r#"["heads", "tails"]"#);
    assert_eq!(said, Vec::<String>::new());
    let mut playable = playable.unwrap();
    assert_eq!(
        set_scenario(&mut *playable, "side=tails"),
        SetResult::Applied
    );
    assert_eq!(playable.scenario(), "side=tails");
    let html = played(&model, &*playable.view());
    for part in [
        "<p class=\"coin\">640</p>",
        "part=\"readout\" class=\"explainer-readout\">It shows tails.</p>",
        "<p class=\"explainer-caution\">A coin has no memory.</p>",
        "<button type=\"button\">Toss</button>",
        ": 1 of 2</li>",
    ] {
        assert!(html.contains(part), "no {part} in:\n{html}");
    }
}

#[test]
fn a_sixth_kind_reports_its_problems_with_their_paths() {
    let (_, playable, said) = coin(r#"["heads", 7]"#);
    assert!(playable.is_none());
    assert_eq!(
        said,
        ["models[0].sides[1]: found a number; expected a text; change the value"]
    );
    let (_, playable, said) = coin(r#"["heads"]"#);
    assert!(playable.is_none());
    assert_eq!(
        said,
        ["models[0].sides: a coin with 1 sides; expected two sides; give it two"]
    );
}
