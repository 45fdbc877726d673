//! What the view and the islands draw, natively and without a browser.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::rc::Rc;

use explainer_i18n::{Labels, Locale, NativeFormats};
use explainer_story::{Article, Direction, parse_json};
use explainer_view::components::{DefinitionCard, Root, RootProps, Toolbar, definition, toolbar};
use explainer_view::{HeadingLevel, RenderOptions, StaticModels, article};
use yew::{Html, LocalServerRenderer};

const BUNDLED: &str = include_str!("../../../www/stories/microsoft-openai.json");
const EVERY_PART: &str = include_str!("../../../tests/fixtures/every-part.json");
const RIGHT_TO_LEFT: &str = include_str!("../../../tests/fixtures/right-to-left.json");

fn read(json: &str) -> Article {
    parse_json(json).article.unwrap()
}

fn options() -> RenderOptions {
    let formats = NativeFormats::for_lang("en").unwrap();
    RenderOptions {
        models: Some(StaticModels::new(Locale::new(
            "en",
            Direction::Ltr,
            Rc::new(formats),
        ))),
        ..RenderOptions::default()
    }
}

/// Returns the markup, a line an element.
fn markup(content: Html) -> String {
    let renderer = LocalServerRenderer::<Root>::with_props(RootProps::new(content));
    let html = futures::executor::block_on(renderer.hydratable(false).render());
    html.replace("><", ">\n<")
}

#[track_caller]
fn draws(json: &str, expected: &[&str]) {
    let drawn = markup(article(&read(json), options()));
    for part in expected {
        assert!(drawn.contains(part), "no {part} in:\n{drawn}");
    }
}

#[test]
fn the_bundled_story() {
    insta::assert_snapshot!(markup(article(&read(BUNDLED), options())));
}

#[test]
fn a_story_with_every_part() {
    insta::assert_snapshot!(markup(article(&read(EVERY_PART), options())));
}

#[test]
fn a_story_from_right_to_left() {
    insta::assert_snapshot!(markup(article(&read(RIGHT_TO_LEFT), options())));
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
        ..options()
    };
    let drawn = markup(article(&read(EVERY_PART), options));
    assert!(
        drawn.contains("<h2 class=\"explainer-headline\">"),
        "{drawn}"
    );
    assert!(
        drawn.contains("<h3 class=\"explainer-heading\">"),
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
    let drawn = markup(article(&read(&closed), options()));
    assert!(!drawn.contains("<details open"), "{drawn}");
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

#[test]
fn every_language_writes_its_dates_its_own_way() {
    let moment = read(BUNDLED).published.unwrap();
    let written: Vec<String> = ["en", "de", "fr", "es", "ar", "xx"]
        .iter()
        .map(|lang| Labels::for_lang(lang).moment(&moment))
        .collect();
    assert_eq!(
        written,
        [
            "22 January 2025, 12:36 pm",
            "22. Januar 2025, 12:36 Uhr",
            "22 janvier 2025, 12:36",
            "22 de enero de 2025, 12:36",
            "22 يناير 2025، 12:36",
            "22 January 2025, 12:36 pm",
        ]
    );
}

#[test]
fn midnight_and_noon_are_told_apart() {
    let story = |time: &str| {
        BUNDLED.replace(
            "\"published\": \"2025-01-22T12:36\"",
            &format!("\"published\": \"2025-01-22T{time}\""),
        )
    };
    #[track_caller]
    fn check(lang: &str, story: &str, expected: &str) {
        let moment = read(story).published.unwrap();
        assert_eq!(Labels::for_lang(lang).moment(&moment), expected);
    }
    check("en", &story("00:05"), "22 January 2025, 12:05 am");
    check("en", &story("12:00"), "22 January 2025, 12:00 pm");
    check("en", &story("23:59:59Z"), "22 January 2025, 11:59 pm");
    check("de", &story("00:05"), "22. Januar 2025, 0:05 Uhr");
    check("fr", &story("00:05"), "22 janvier 2025, 00:05");
    check("es", &story("09:30"), "22 de enero de 2025, 09:30");
}
