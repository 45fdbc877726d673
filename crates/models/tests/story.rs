//! The bundled story keeps every fact and has no fault.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use explainer_story::Article;
use serde_json::Value;

mod support;

use support::{STORY, parse_json};

fn story() -> Article {
    let parsed = parse_json(STORY);
    assert_eq!(parsed.problems.list(), &[]);
    parsed.article.unwrap()
}

/// Returns every word of one section, or of the standfirst where `section` is none.
fn words_of(section: Option<&str>) -> String {
    let story: Value = serde_json::from_str(STORY).unwrap();
    let part = match section {
        None => story["standfirst"].clone(),
        Some(id) => {
            let mut sections = story["sections"].as_array().unwrap().iter();
            sections.find(|s| s["id"] == id).unwrap()["blocks"].clone()
        }
    };
    let mut words = String::new();
    collect(&part, &story, &mut words);
    words.to_lowercase()
}

fn collect(value: &Value, story: &Value, words: &mut String) {
    match value {
        Value::String(text) => words.push_str(text),
        Value::Array(items) => {
            for item in items {
                collect(item, story, words);
            }
            words.push(' ');
        }
        Value::Object(fields) => {
            if let (Some(term), None) = (fields.get("term"), fields.get("text")) {
                let mut terms = story["terms"].as_array().unwrap().iter();
                let term = terms.find(|known| known["id"] == *term).unwrap();
                words.push_str(term["label"].as_str().unwrap());
            }
            for (name, value) in fields {
                if name != "term" && name != "kind" {
                    collect(value, story, words);
                }
            }
        }
        _ => {}
    }
}

#[track_caller]
fn check(section: Option<&str>, facts: &[&str]) {
    let words = words_of(section);
    for fact in facts {
        assert!(words.contains(fact), "no {fact:?} in {words}");
    }
}

#[test]
fn the_standfirst_keeps_the_right_of_first_refusal() {
    check(None, &["right of first refusal", "new capacity"]);
}

#[test]
fn the_lead_says_what_ended_what_came_and_what_stays() {
    check(
        Some("the-story"),
        &[
            "no longer openai’s sole supplier of data center infrastructure",
            "$500 billion",
            "softbank, oracle and others",
            "right of first refusal",
            "new cloud-computing capacity",
        ],
    );
}

#[test]
fn the_new_agreement_says_how_the_right_works_and_what_azure_keeps() {
    check(
        Some("new-agreement"),
        &[
            "openai’s ai workloads are offered to its cloud before any other",
            "rival cloud provider",
            "blog post",
            "large new commitment to azure that openai had recently made",
            "every openai product",
            "training",
        ],
    );
}

#[test]
fn the_shortage_says_its_effect_and_microsofts_answer() {
    check(
        Some("compute-shortage"),
        &[
            "insufficient compute",
            "point of contention",
            "openai had asked to build more capacity, and microsoft agreed",
            "mainly for research and for training models",
        ],
    );
}

#[test]
fn the_prospects_name_stargates_partners_and_what_runs_through_2030() {
    check(
        Some("whats-next"),
        &[
            "ai data centers across the united states and link them",
            "openai, softbank and oracle form it",
            "arm and nvidia",
            "technology partners",
            "through 2030",
            "intellectual property",
            "revenue sharing",
            "exclusivity on openai’s apis",
        ],
    );
}

#[test]
fn the_terms_of_the_deal_name_the_trigger_and_its_doubt() {
    check(
        Some("agi-clause"),
        &[
            "at least $100 billion in profits",
            "lose access to openai’s technology",
            "nullify the clause",
            "more funding from microsoft",
            "the openai api stays exclusive to azure",
            "azure openai service",
        ],
    );
}

/// What the source says in words that the story must not repeat.
const SOURCE_PHRASES: [&str; 6] = [
    "the first option to host OpenAI's AI workloads in",
    "has approved OpenAI's request to build additional capacity, primarily for research and",
    "a network of AI data centers in the",
    "if OpenAI creates AI systems that generate at least $100 billion in profits",
    "AI systems that generate at least $100 billion in profits",
    "build additional capacity, primarily for research and training",
];

/// Returns every text of the story, each as the reader sees it: a run of inlines is one text.
fn texts(value: &Value, story: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(items) if items.iter().any(Value::is_string) => {
            let mut words = String::new();
            collect(value, story, &mut words);
            vec![words]
        }
        Value::Array(items) => items.iter().flat_map(|item| texts(item, story)).collect(),
        Value::Object(fields) => fields
            .values()
            .flat_map(|item| texts(item, story))
            .collect(),
        _ => Vec::new(),
    }
}

/// Returns each run of eight words, in lower case and without punctuation.
fn runs_of_eight(text: &str) -> Vec<String> {
    let text = text.to_lowercase().replace('’', "'");
    let is_part = |c: char| c.is_alphanumeric() || "$'-".contains(c);
    let words: Vec<&str> = text
        .split(|c| !is_part(c))
        .filter(|word| !word.is_empty())
        .collect();
    words.windows(8).map(|run| run.join(" ")).collect()
}

#[test]
fn the_story_repeats_no_eight_words_of_its_source() {
    let story: Value = serde_json::from_str(STORY).unwrap();
    let source: Vec<String> = SOURCE_PHRASES.into_iter().flat_map(runs_of_eight).collect();
    let repeated: Vec<String> = texts(&story, &story)
        .iter()
        .flat_map(|text| runs_of_eight(text))
        .filter(|run| source.contains(run))
        .collect();
    assert_eq!(repeated, Vec::<String>::new());
}

#[test]
fn the_story_names_its_schema_and_keeps_to_it() {
    let schema: Value = serde_json::from_str(&explainer_models::schema::article_schema()).unwrap();
    let story: Value = serde_json::from_str(STORY).unwrap();
    let faults: Vec<String> = jsonschema::validator_for(&schema)
        .unwrap()
        .iter_errors(&story)
        .map(|fault| fault.to_string())
        .collect();
    assert_eq!(faults, Vec::<String>::new());
    assert_eq!(story["$schema"], "../schema/article-1.schema.json");
}

#[test]
fn the_story_has_the_shape_it_should() {
    let story = story();
    let kickers: Vec<_> = story.sections[1..]
        .iter()
        .map(|section| section.kicker.as_ref().unwrap().as_str())
        .collect();
    assert_eq!(
        kickers,
        [
            "Strategic shift",
            "Capacity constraints",
            "Future prospects",
            "Agreement terms"
        ]
    );
    assert!(story.sections.iter().all(|section| section.gist.is_some()));
    assert!((3..=5).contains(&story.summary.len()));
    // The report has a time, and no zone for it.
    assert_eq!(story.published.unwrap().as_str(), "2025-01-22");
    let source = story.source.unwrap();
    assert_eq!(source.date.unwrap().as_str(), "2025-01-22T12:36");
}

#[test]
fn every_promised_term_is_defined_with_aliases_and_sources() {
    let story = story();
    for label in [
        "right of first refusal",
        "AGI profit trigger",
        "exclusivity",
        "cloud capacity",
        "compute",
        "data center",
        "Stargate",
        "Azure commitment",
        "API exclusivity",
        "Azure OpenAI Service",
        "revenue sharing",
        "intellectual property access",
    ] {
        let term = story.terms.iter().find(|term| term.label.as_str() == label);
        let term = term.unwrap_or_else(|| panic!("no term {label}"));
        assert!(
            !term.aliases.is_empty() && !term.sources.is_empty(),
            "{label}"
        );
    }
}
