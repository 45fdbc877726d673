//! A reader sets a mini-model of every other kind by its native controls.

use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};

use super::page::{get, text};
use super::playing::{Around, Playing, RESET, WIDE, fire, model};

const DEFAULT: &str = "With these assumptions, the line is reached in 2033. Access ends.";

#[wasm_bindgen_test]
async fn decision_goes_where_the_reader_chooses() {
    let playing = Playing::new("decision").await;
    // What stands above the choices is not said again below.
    assert_eq!(playing.text(".explainer-situation"), "A request comes in.");
    assert_eq!(playing.readout(), "Before – A request came in.");
    assert_eq!(playing.text(".explainer-lead"), "The host decides:");
    assert_eq!(choices(&playing), ["Host it", "Host a part"]);
    // One state of each set of rules is where the reader is.
    assert_eq!(playing.count(".explainer-state[aria-current=step]"), 2);
    assert_eq!(playing.count(".explainer-taken"), 0);
    playing.click("button[value=part]").await;
    assert_eq!(playing.text(".explainer-situation"), "A part is open.");
    assert_eq!(playing.readout(), "Before – The rest waited.");
    assert_eq!(playing.text(".explainer-lead"), "The guest decides:");
    assert_eq!(choices(&playing), ["Ask a rival", "Ask again"]);
    assert_eq!(playing.count(".explainer-taken"), 2);
    assert_eq!(
        playing.texts(".explainer-taken > .explainer-step"),
        ["Host a part →", "Host a part →"]
    );
    assert_eq!(playing.scenario(), "path=part");
    playing.click("button[value=rival]").await;
    assert_eq!(playing.text(".explainer-lead"), "Outcome");
    assert!(choices(&playing).is_empty());
    assert_eq!(playing.count(".explainer-taken"), 3);
    assert_eq!(playing.scenario(), "path=part.rival");
    playing
        .hear("Now – It is split. Before – The rest waited.")
        .await;
}

#[wasm_bindgen_test]
async fn decision_steps_back_and_begins_again() {
    let playing = Playing::new("decision").await;
    assert_eq!(playing.count("[data-explainer-play=step-back]"), 0);
    for choice in ["part", "again", "part", "rival"] {
        playing.click(&format!("button[value={choice}]")).await;
    }
    assert_eq!(playing.scenario(), "path=part.again.part.rival");
    playing.click("[data-explainer-play=step-back]").await;
    assert_eq!(playing.scenario(), "path=part.again.part");
    assert_eq!(choices(&playing), ["Ask a rival", "Ask again"]);
    playing.click(RESET).await;
    assert_eq!(playing.scenario(), "");
    assert_eq!(choices(&playing), ["Host it", "Host a part"]);
    assert_eq!(playing.count(".explainer-taken"), 0);
}

#[wasm_bindgen_test]
async fn decision_lists_every_outcome() {
    let playing = Playing::new("decision").await;
    assert_eq!(playing.texts("thead th"), ["Choices", "Now", "Before"]);
    let rows = playing.texts("tbody th");
    assert_eq!(rows, ["Host it", "Host a part → Ask a rival"]);
    assert_eq!(
        playing.texts("tbody tr:last-child td"),
        ["It is split.", "The rest waited."]
    );
}

fn choices(playing: &Playing) -> Vec<String> {
    playing.texts(".explainer-choice")
}

#[wasm_bindgen_test]
async fn timeline_shows_what_runs_in_the_month() {
    let playing = Playing::new("timeline").await;
    let slider = playing.input("[type=range]");
    // A month has no number that a reader knows.
    assert_eq!(playing.count("[type=number]"), 0);
    assert_eq!(playing.readout(), "In January 2025: A day.");
    assert_eq!(current(&playing), ["A day"]);
    let before = playing.attribute(".explainer-lines .explainer-now", "x1");
    let february: i32 = slider.value().parse::<i32>().unwrap() + 1;
    playing.drag("month", &february.to_string()).await;
    assert_eq!(
        playing.readout(),
        "In February 2025 one thing runs: Some years."
    );
    assert_eq!(
        slider.get_attribute("aria-valuetext").unwrap(),
        "February 2025"
    );
    assert_eq!(playing.text(".explainer-month"), "February 2025");
    assert_eq!(current(&playing), ["Some years"]);
    assert_ne!(
        playing.attribute(".explainer-lines .explainer-now", "x1"),
        before
    );
    assert_eq!(playing.scenario(), "month=2025-02");
    assert_eq!(
        playing.texts("tbody th"),
        ["January 21, 2025", "February 2025 to 2027", "March 2025"]
    );
    playing
        .hear("In February 2025 one thing runs: Some years.")
        .await;
    playing.click(RESET).await;
    assert_eq!(playing.scenario(), "");
    assert_eq!(current(&playing), ["A day"]);
}

fn current(playing: &Playing) -> Vec<String> {
    playing.texts("[aria-current=date] strong")
}

#[wasm_bindgen_test]
async fn comparison_shows_the_rows_of_a_state() {
    let playing = Playing::new("comparison").await;
    assert_eq!(
        playing.texts(".explainer-option"),
        ["All", "Ended", "New", "Stays"]
    );
    assert!(playing.input("[value=all]").checked());
    assert_eq!(playing.readout(), "Ended: 1 · New: 1 · Stays: 2");
    assert_eq!(playing.count("tbody tr"), 4);
    playing.click("input[value=stays]").await;
    assert!(!playing.input("[value=all]").checked());
    assert_eq!(playing.texts("tbody th"), ["Access", "Shares"]);
    assert_eq!(playing.count("tbody tr.explainer-stays"), 2);
    assert_eq!(playing.readout(), "Stays: Access and Shares.");
    assert_eq!(playing.scenario(), "show=stays");
    playing.hear("Stays: Access and Shares.").await;
    playing.click(RESET).await;
    assert!(playing.input("[value=all]").checked());
    assert_eq!(playing.count("tbody tr"), 4);
    assert_eq!(playing.scenario(), "");
}

#[wasm_bindgen_test]
async fn participants_are_held_against_what_the_reader_names() {
    let playing = Playing::new("participants").await;
    assert_eq!(playing.texts("dd li"), ["Ana", "Iris"]);
    assert!(playing.input("[value=line]").checked());
    assert_eq!(
        playing.readout(),
        "The whole ($500 billion) is 5 times as much as The line ($100 billion)."
    );
    let width = |playing: &Playing, class: &str| -> f64 {
        let width = playing.attribute(&format!("{class} rect"), "width");
        width.trim_end_matches('%').parse().unwrap()
    };
    let whole = width(&playing, ".explainer-first");
    assert!((whole / width(&playing, ".explainer-compared") - 5.0).abs() < 0.01);
    playing.click("input[value=part]").await;
    assert!((whole / width(&playing, ".explainer-compared") - 2.5).abs() < 0.01);
    assert_eq!(playing.scenario(), "against=part");
    assert_eq!(playing.count("tbody tr"), 5);
    assert_eq!(
        playing.attribute("tbody tr:last-child data", "value"),
        "200"
    );
    playing
        .hear("The whole ($500 billion) is 2.5 times as much as A part ($200 billion).")
        .await;
    playing.click(RESET).await;
    assert!(playing.input("[value=line]").checked());
    assert_eq!(playing.scenario(), "");
}

#[wasm_bindgen_test]
async fn without_its_handle_a_model_is_gone() {
    for kind in [
        "decision",
        "threshold",
        "timeline",
        "comparison",
        "participants",
    ] {
        let mut playing = Playing::new(kind).await;
        assert_eq!(playing.count(".explainer-play"), 1, "{kind}");
        let control = playing
            .all::<HtmlElement>(":is(.explainer-controls, .explainer-drawing) :is(input, button)")
            [0]
        .clone();
        // What was asked for last must not be answered by what is gone.
        control.click();
        fire(&control, "input");
        playing.end().await;
        assert_eq!(playing.count(".explainer-play"), 0, "{kind}");
    }
}

#[wasm_bindgen_test]
async fn two_models_of_one_kind_are_independent() {
    let first = Playing::new("threshold").await;
    let second = Playing::new("threshold").await;
    first.drag("growth", "100").await;
    first.click("input[value=per-period]").await;
    assert_eq!(first.scenario(), "growth=100&counting=per-period");
    assert_eq!(second.scenario(), "");
    assert_eq!(second.readout(), DEFAULT);
    assert!(second.input("[value=cumulative]").checked());
}

#[wasm_bindgen_test]
async fn a_model_is_drawn_as_wide_as_it_may_be() {
    for (width, drawn) in [(320, "320"), (640, "640"), (1600, "1000")] {
        let around = Around { width, ..WIDE };
        let playing = Playing::around("threshold", around).await;
        assert_eq!(playing.attribute(".explainer-picture", "width"), drawn);
    }
}

#[wasm_bindgen_test]
async fn in_arabic_years_run_from_the_right() {
    let around = Around {
        lang: "ar",
        is_rtl: true,
        width: 640,
    };
    let playing = Playing::around("threshold", around).await;
    let at = |name| -> f64 {
        let x = playing.attribute(".explainer-picture .explainer-limit", name);
        x.parse().unwrap()
    };
    // From beside the axis, at the right, to the left side.
    assert!(at("x1") > 560.0 && at("x2") == 0.0);
    assert!(playing.readout().starts_with("بهذه الافتراضات"));
    playing.drag("growth", "100").await;
    assert_eq!(playing.text(RESET), "إعادة الضبط");
}

#[wasm_bindgen_test]
async fn a_model_that_cannot_be_played_says_why_and_draws_nothing() {
    for broken in [
        String::from("{"),
        model("timeline").replace("timeline", "hologram"),
        model("threshold").replace("\"value\":100", "\"value\":\"many\""),
    ] {
        let error = Playing::of(&broken, &WIDE).await.err().unwrap();
        assert_eq!(text(&error, "code"), "model-unreadable", "{broken}");
        assert_eq!(get(&error, "fatal").as_bool(), Some(true));
        let problems: js_sys::Array = wasm_bindgen::JsCast::unchecked_into(get(&error, "problems"));
        assert!(problems.length() > 0, "{broken}");
    }
}

#[wasm_bindgen_test]
async fn every_control_has_a_name() {
    for kind in ["threshold", "timeline", "comparison", "participants"] {
        let playing = Playing::new(kind).await;
        for control in playing.all::<Element>("input") {
            let is_labelled =
                control.has_attribute("aria-label") || control.closest("label").unwrap().is_some();
            assert!(is_labelled, "{kind}: {}", control.outer_html());
        }
    }
}
