//! The work grows with the size of a story. Counted in comparisons of ids, of which every look-up
//! is made.
#![allow(clippy::unwrap_used)]

use explainer_story::testing::comparisons;
use explainer_story::{Article, Index, Inline, parse_json};
use serde_json::{Value, json};

/// Returns the numbers below `count` in an order that is neither up nor down.
fn shuffled(count: usize) -> impl Iterator<Item = usize> {
    // The step is prime and larger than any count here, so each number comes once.
    (0..count).map(move |n| n * 7_919 % count)
}

/// Returns a story of so many sections and terms, each of them mentioned and summed up.
fn story(count: usize) -> String {
    let sections = |n| json!({ "id": format!("s{n}"), "heading": "H", "blocks": [[{ "term": format!("t{n}") }]] });
    let terms = |n| json!({ "id": format!("t{n}"), "label": "L", "short": "S.", "model": "m" });
    let points = |n| json!({ "section": format!("s{n}"), "text": "P." });
    let all = |part: &dyn Fn(usize) -> Value| shuffled(count).map(part).collect::<Vec<_>>();
    json!({
        "schemaVersion": 1, "id": "s", "lang": "en", "headline": "H",
        "sections": all(&sections), "terms": all(&terms), "summary": all(&points),
    })
    .to_string()
}

fn read(count: usize) -> Article {
    parse_json(&story(count)).article.unwrap()
}

/// Checks that twice the size takes little more than twice the work.
#[track_caller]
fn check(work: impl Fn(usize) -> u64) {
    let (once, twice) = (work(1_000), work(2_000));
    assert!(once > 0);
    assert!(twice < once * 5 / 2, "{once} comparisons, then {twice}");
}

#[test]
fn reading_a_story_twice_as_long_takes_about_twice_the_work() {
    check(|count| {
        let story = story(count);
        comparisons(|| drop(parse_json(&story)))
    });
}

#[test]
fn looking_up_twice_the_terms_takes_about_twice_the_work() {
    check(|count| {
        let article = read(count);
        comparisons(|| {
            let index = Index::new(&article);
            for section in article.sections.iter() {
                for block in section.blocks.iter() {
                    let explainer_story::Block::Paragraph(text) = block else {
                        continue;
                    };
                    for part in text.parts() {
                        if let Inline::Term { term, .. } = part {
                            index.term(term).unwrap();
                        }
                    }
                }
            }
        })
    });
}
