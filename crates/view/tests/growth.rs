//! The work of drawing grows with the size of a story. Counted in comparisons of ids.
#![allow(clippy::unwrap_used)]

use explainer_i18n::native_locale;
use explainer_story::testing::comparisons;
use explainer_story::{Article, Direction, parse_json};
use explainer_view::{RenderOptions, article};

/// Returns a story with so many terms, each of them mentioned, and as many blocks with a model.
fn story(count: usize) -> Article {
    let all = |part: &dyn Fn(usize) -> String| {
        let parts: Vec<String> = (0..count).map(part).collect();
        parts.join(",")
    };
    let mentions = all(&|n| format!(r#"[{{"term":"t{n}"}}],{{"kind":"model","model":"m{n}"}}"#));
    let terms = all(&|n| format!(r#"{{"id":"t{n}","label":"L","short":"S."}}"#));
    let models =
        all(&|n| format!(r#"{{"id":"m{n}","kind":"hologram","title":"T","fallback":"F."}}"#));
    let json = format!(
        r#"{{"schemaVersion":1,"id":"s","lang":"en","headline":"H","terms":[{terms}],
            "sections":[{{"id":"lead","heading":"H","blocks":[{mentions}]}}],"models":[{models}]}}"#
    );
    parse_json(&json).article.unwrap()
}

#[test]
fn drawing_twice_the_story_takes_about_twice_the_work() {
    let work = |count| {
        let story = story(count);
        let locale = native_locale("en", Direction::Ltr).unwrap();
        comparisons(|| drop(article(&story, &locale.text, RenderOptions::default())))
    };
    let (once, twice) = (work(1_000), work(2_000));
    assert!(once > 0);
    assert!(twice < once * 5 / 2, "{once} comparisons, then {twice}");
}
