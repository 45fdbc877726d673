//! What the view and the islands draw, natively and without a browser.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use explainer_i18n::{Labels, native_locale};
use explainer_story::{Article, Direction, Problems, parse_json};
use explainer_view::components::{DefinitionCard, Root, RootProps, Toolbar, definition, toolbar};
use explainer_view::{HeadingLevel, RenderOptions, StaticModels, article};
use yew::{Html, LocalServerRenderer};

const BUNDLED: &str = include_str!("../../../www/stories/microsoft-openai.json");
const EVERY_PART: &str = include_str!("../../../tests/fixtures/every-part.json");
const RIGHT_TO_LEFT: &str = include_str!("../../../tests/fixtures/right-to-left.json");

fn read(json: &str) -> Article {
    parse_json(json).article.unwrap()
}

/// Renders a story as the tool does.
fn draw(json: &str, options: RenderOptions) -> String {
    let story = read(json);
    let locale = native_locale(story.lang.as_str(), story.direction()).unwrap();
    let options = RenderOptions {
        models: Some(StaticModels::read(
            &story,
            locale.clone(),
            &mut Problems::default(),
        )),
        ..options
    };
    markup(article(&story, &locale.text, options))
}

/// Returns the markup, a line an element.
fn markup(content: Html) -> String {
    let renderer = LocalServerRenderer::<Root>::with_props(RootProps::new(content));
    let html = futures::executor::block_on(renderer.hydratable(false).render());
    html.replace("><", ">\n<")
}

#[track_caller]
fn draws(json: &str, expected: &[&str]) {
    let drawn = draw(json, RenderOptions::default());
    for part in expected {
        assert!(drawn.contains(part), "no {part} in:\n{drawn}");
    }
}

#[test]
fn the_bundled_story() {
    insta::assert_snapshot!(draw(BUNDLED, RenderOptions::default()));
}

#[test]
fn a_story_with_every_part() {
    insta::assert_snapshot!(draw(EVERY_PART, RenderOptions::default()));
}

#[test]
fn a_story_from_right_to_left() {
    insta::assert_snapshot!(draw(RIGHT_TO_LEFT, RenderOptions::default()));
}

#[test]
fn a_short_definition_is_a_definition() {
    let story = r#"{ "schemaVersion": 1, "id": "s", "lang": "en", "headline": "H",
        "sections": [{ "id": "lead", "heading": "L", "blocks": [[{ "term": "toll" }]] }],
        "terms": [{ "id": "toll", "label": "toll", "short": "A charge." }] }"#;
    draws(
        story,
        &["<p class=\"explainer-short\">A charge.</p>\n<div class=\"explainer-mentions\">"],
    );
}

#[test]
fn a_story_inside_a_page_with_its_own_headline() {
    let options = RenderOptions {
        level: HeadingLevel::try_from(2.0).unwrap(),
        prefix: "second-".into(),
        ..RenderOptions::default()
    };
    let drawn = draw(EVERY_PART, options);
    assert!(
        drawn.contains("<h2 class=\"explainer-headline\">"),
        "{drawn}"
    );
    assert!(
        drawn.contains("<h3 id=\"second-explainer-heading-lead\" class=\"explainer-heading\">"),
        "{drawn}"
    );
    assert!(drawn.contains("id=\"second-lead\""), "{drawn}");
    assert!(drawn.contains("href=\"#second-term-alpha\""), "{drawn}");
    assert!(!drawn.contains("href=\"#term-"), "{drawn}");
}

#[test]
fn markup_in_a_story_is_text() {
    draws(
        EVERY_PART,
        &["&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;not bold&lt;/b&gt;"],
    );
}

#[test]
fn the_lead_is_open_unless_it_says_otherwise() {
    draws(EVERY_PART, &["<details open=\"open\">"]);
    let closed = EVERY_PART.replacen(
        "\"heading\": \"Lead\"",
        "\"open\": false, \"heading\": \"Lead\"",
        1,
    );
    let drawn = draw(&closed, RenderOptions::default());
    let lead = drawn.find("id=\"lead\"").unwrap();
    let details = drawn[..lead].rfind("<details").unwrap();
    assert!(drawn[details..].starts_with("<details>"), "{drawn}");
}

#[test]
fn the_toolbar_says_what_pressing_it_would_do() {
    let state = Toolbar {
        can_summarize: true,
        summarizing: true,
        all_open: false,
        status: "Summary shown".into(),
    };
    insta::assert_snapshot!(markup(toolbar(state, Labels::for_lang("en"))));
}

#[test]
fn a_definition_leads_back_to_the_one_before() {
    let card = DefinitionCard {
        label: "beta".into(),
        short: "The second letter.".into(),
        body: Html::from("The second letter."),
    };
    let drawn = definition(&card, Some("alpha"), Labels::for_lang("en-GB"));
    insta::assert_snapshot!(markup(drawn));
}

#[track_caller]
fn writes(lang: &str, published: &str, expected: &str) {
    let field = format!("\"published\": \"{published}\"");
    let story = BUNDLED.replace("\"published\": \"2025-01-22\"", &field);
    let moment = read(&story).published.unwrap();
    let locale = native_locale(lang, Direction::Ltr).unwrap();
    assert_eq!(locale.text.date_time(&moment), expected);
}

#[test]
fn every_language_writes_its_dates_its_own_way() {
    for (lang, expected) in [
        ("en", "January 22, 2025 at 12:36 PM"),
        ("en-GB", "22 January 2025 at 12:36"),
        ("de", "22. Januar 2025 um 12:36"),
        ("fr", "22 janvier 2025 à 12:36"),
        ("es", "22 de enero de 2025 a las 12:36"),
        ("pt", "22 de janeiro de 2025 às 12:36"),
        ("ar", "22 يناير 2025 في 12:36 م"),
        ("xx", "January 22, 2025 at 12:36 PM"),
    ] {
        writes(lang, "2025-01-22T12:36", expected);
    }
}

#[test]
fn midnight_and_noon_are_told_apart() {
    writes("en", "2025-01-22T00:05", "January 22, 2025 at 12:05 AM");
    writes("en", "2025-01-22T12:00", "January 22, 2025 at 12:00 PM");
    writes("en", "2025-01-22T23:59:59Z", "January 22, 2025 at 11:59 PM");
    writes("de", "2025-01-22T00:05", "22. Januar 2025 um 00:05");
    writes("es", "2025-01-22T09:30", "22 de enero de 2025 a las 9:30");
}

#[test]
fn a_story_and_its_models_write_dates_alike() {
    let drawn = draw(BUNDLED, RenderOptions::default());
    let days = |words: &str| drawn.matches(words).count();
    assert!(days("January 21, 2025") > 0 && days("January 22, 2025") > 0);
    assert_eq!(days("21 January") + days("22 January"), 0);
}
