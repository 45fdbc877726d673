//! Renders mini-models natively with any settings, for the layout check (`tests/e2e/charts.test.mjs`).
//!
//! Reads `{ "story": …, "drawings": [{ "model", "lang", "dir", "width", "scenario" }] }` from the standard
//! input and writes the markup of one drawing a line, as JSON strings. With `"whole": true` a drawing has
//! its controls and all else that a player shows.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use std::collections::HashMap;
use std::io::{BufWriter, Read, Write, stdin, stdout};

use explainer_i18n::{ModelLocale, native_locale};
use explainer_models::{read, set_scenario};
use explainer_story::{Direction, MiniModel, Problems, parse_json};
use explainer_view::components::{Root, RootProps};
use explainer_view::controls::{PlayerProps, details_panel, player};
use explainer_view::{ModelContext, PLAYABLE_KINDS};
use serde_json::Value;
use yew::{Html, LocalServerRenderer};

/// 4 May 2026.
const TODAY: i32 = 739_740;

fn main() {
    let mut input = String::new();
    stdin().read_to_string(&mut input).unwrap();
    let input: Value = serde_json::from_str(&input).unwrap();
    let parsed = parse_json(&input["story"].to_string());
    assert!(!parsed.problems.has_errors(), "{:?}", parsed.problems);
    let models = parsed.article.expect("a story").models;
    let mut locales = HashMap::new();
    let mut output = BufWriter::new(stdout());
    for drawing in input["drawings"].as_array().unwrap() {
        let (lang, dir) = (text(drawing, "lang"), text(drawing, "dir"));
        let locale = locales.entry((lang, dir)).or_insert_with(|| {
            let direction = if dir == "rtl" {
                Direction::Rtl
            } else {
                Direction::Ltr
            };
            native_locale(lang, direction).unwrap()
        });
        let id = text(drawing, "model");
        let model = models.iter().find(|model| model.id.as_str() == id);
        let markup = draw(drawing, model.expect("a model of the story"), locale);
        writeln!(output, "{}", Value::from(markup)).unwrap();
    }
}

fn draw(drawing: &Value, model: &MiniModel, locale: &ModelLocale) -> String {
    let mut problems = Problems::default();
    let playable = read(model, PLAYABLE_KINDS, &mut problems);
    let mut playable = playable.unwrap_or_else(|| panic!("{:?}", problems.list()));
    set_scenario(&mut *playable, text(drawing, "scenario"));
    let view = playable.view();
    let ctx = ModelContext {
        model,
        view: &*view,
        locale,
        width: drawing["width"].as_f64().unwrap(),
        today: Some(TODAY),
        is_played: true,
    };
    if drawing["whole"] != true {
        return markup(ctx.chart());
    }
    markup(player(&PlayerProps {
        ctx,
        sentence: ctx.sentence().into(),
        message: "".into(),
        announcement: "".into(),
        is_changed: !playable.scenario().is_empty(),
        details_panel: details_panel(&ctx),
    }))
}

fn text<'a>(drawing: &'a Value, field: &str) -> &'a str {
    drawing[field].as_str().unwrap_or_default()
}

fn markup(content: Html) -> String {
    let renderer = LocalServerRenderer::<Root>::with_props(RootProps::new(content));
    futures::executor::block_on(renderer.hydratable(false).render())
}
