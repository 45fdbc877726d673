//! A reader works a mini-model of every kind by its native controls.

use std::cell::Cell;
use std::rc::Rc;

use explainer_dom::{Listener, Phase};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement, HtmlInputElement, window};

use super::page::{detail_of, get, text};
use super::playing::{Around, Playing, WIDE, drawn, fire, model};

const CROSSED: &str = ".explainer-crossed th";
const CURVE: &str = ".explainer-curve";
const GROWTH: &str = "[type=range][data-explainer-setting=growth]";
const GROWTH_FIELD: &str = "[type=number][data-explainer-setting=growth]";
const DEFAULT: &str = "With these assumptions, the line is reached in 2033. Access ends.";
const DOUBLED: &str = "With these assumptions, the line is reached in 2030, 3 years earlier than by \
    default. Access ends.";

fn reset() -> &'static str {
    "[data-explainer-play=reset]"
}

#[wasm_bindgen_test]
async fn threshold_follows_its_slider() {
    let playing = Playing::new("threshold").await;
    assert_eq!(playing.readout(), DEFAULT);
    assert_eq!(playing.count(".explainer-other"), 0);
    let before = playing.attribute(CURVE, "d");
    playing.drag("growth", "100").await;
    assert_eq!(playing.readout(), DOUBLED);
    assert_ne!(playing.attribute(CURVE, "d"), before);
    // The default stays beside it.
    assert_eq!(playing.count(".explainer-other"), 1);
    assert_eq!(playing.text(".explainer-crossing"), "2030");
    let slider = playing.input(GROWTH);
    assert_eq!(slider.get_attribute("aria-valuetext").unwrap(), "100%");
    assert_eq!(slider.value(), "100");
    assert_eq!(playing.input(GROWTH_FIELD).value(), "100");
    assert_eq!(
        playing.texts(".explainer-value"),
        ["$2 billion", "100%", "15 years"]
    );
    assert_eq!(playing.count("tbody tr"), 15);
    assert_eq!(playing.texts(CROSSED), ["2030"]);
    assert_eq!(
        playing.texts("tbody tr:nth-child(2) td"),
        ["$4 billion", "$6 billion"]
    );
    let exact = "tbody tr:nth-child(2) td:last-child data";
    assert_eq!(playing.attribute(exact, "value"), "6");
    assert_eq!(playing.scenario(), "growth=100");
}

#[wasm_bindgen_test]
async fn a_closed_table_waits_until_the_reader_lets_go() {
    let playing = Playing::new("threshold").await;
    let slider = playing.hold("growth", "100").await;
    assert_eq!(playing.readout(), DOUBLED);
    assert_eq!(playing.texts(CROSSED), ["2033"]);
    fire(&slider, "change");
    drawn().await;
    assert_eq!(playing.texts(CROSSED), ["2030"]);
}

#[wasm_bindgen_test]
async fn a_closed_table_waits_no_longer_than_until_the_hand_rests() {
    let playing = Playing::new("threshold").await;
    playing.hold("growth", "100").await;
    playing.hear(DOUBLED).await;
    assert_eq!(playing.texts(CROSSED), ["2030"]);
}

#[wasm_bindgen_test]
async fn an_open_table_follows_the_hand() {
    let playing = Playing::new("threshold").await;
    open_table(&playing);
    for (growth, year) in [("100", "2030"), ("50", "2033"), ("100", "2030")] {
        playing.hold("growth", growth).await;
        assert_eq!(playing.texts(CROSSED), [year]);
    }
}

#[wasm_bindgen_test]
async fn a_closed_table_is_right_when_it_is_opened() {
    check_looked_at(open_table).await;
}

#[wasm_bindgen_test]
async fn a_closed_table_is_right_when_the_page_is_printed() {
    check_looked_at(|_| fire(&window().unwrap(), "beforeprint")).await;
}

#[wasm_bindgen_test]
async fn a_closed_table_is_right_when_it_is_copied() {
    check_looked_at(|playing| {
        let copy = "[data-explainer-play=copy-csv]";
        playing.one::<HtmlElement>(copy).click();
    })
    .await;
}

/// Looks at the table while the reader holds the slider.
async fn check_looked_at(look: impl Fn(&Playing)) {
    let playing = Playing::new("threshold").await;
    playing.hold("growth", "100").await;
    assert_eq!(playing.texts(CROSSED), ["2033"]);
    look(&playing);
    drawn().await;
    assert_eq!(playing.texts(CROSSED), ["2030"]);
    // It waits again.
    playing.hold("growth", "50").await;
    let is_open = playing.count("details[open]") > 0;
    let year = if is_open { "2033" } else { "2030" };
    assert_eq!(playing.texts(CROSSED), [year]);
}

fn open_table(playing: &Playing) {
    let folds = playing.all::<Element>("details");
    folds[0].set_attribute("open", "").unwrap();
}

#[wasm_bindgen_test]
async fn a_number_is_taken_while_it_is_typed_and_set_right_at_the_end() {
    let playing = Playing::new("threshold").await;
    let field = playing.type_in("growth", "100").await;
    assert_eq!(playing.readout(), DOUBLED);
    assert_eq!(playing.input(GROWTH).value(), "100");
    // Not yet a value that the model takes: the model stands, and so does what is typed.
    for unfinished in ["1000", "7", ""] {
        playing.type_in("growth", unfinished).await;
        assert_eq!(field.value(), unfinished);
        assert_eq!(playing.scenario(), "growth=100");
    }
    check_typed(&playing, &field, "1000", "150").await;
    check_typed(&playing, &field, "-5", "0").await;
    check_typed(&playing, &field, "42.4", "40").await;
    check_typed(&playing, &field, "0042.5", "45").await;
    // Nothing is no value: the last one stands.
    check_typed(&playing, &field, "", "45").await;
    assert_eq!(playing.scenario(), "growth=45");
}

/// Types to the end; the field, the slider and the scenario then hold `taken`.
async fn check_typed(playing: &Playing, field: &HtmlInputElement, typed: &str, taken: &str) {
    playing.type_in("growth", typed).await;
    fire(field, "change");
    drawn().await;
    assert_eq!(field.value(), taken, "{typed} in the field");
    assert_eq!(playing.input(GROWTH).value(), taken, "{typed} on the scale");
    assert_eq!(playing.scenario(), format!("growth={taken}"), "{typed}");
}

#[wasm_bindgen_test]
async fn what_a_reader_types_is_not_written_over() {
    let playing = Playing::new("threshold").await;
    let field = playing.type_in("growth", "060").await;
    assert_eq!(playing.scenario(), "growth=60");
    assert_eq!(field.value(), "060");
    fire(&field, "change");
    drawn().await;
    assert_eq!(field.value(), "60");
}

#[wasm_bindgen_test]
async fn threshold_counts_as_its_radio_says() {
    let playing = Playing::new("threshold").await;
    assert!(playing.input("[value=cumulative]").checked());
    assert_eq!(playing.count("thead th"), 3);
    assert_eq!(playing.count(".explainer-area"), 1);
    playing.click("input[value=per-period]").await;
    assert!(!playing.input("[value=cumulative]").checked());
    assert_eq!(
        playing.readout(),
        "With these assumptions, the line is reached in 2035, 2 years later than by default. Access \
         ends."
    );
    assert_eq!(playing.texts("thead th"), ["Year", "In that year"]);
    assert_eq!(playing.count(".explainer-area"), 0);
    assert_eq!(playing.text(".explainer-axis"), "Profits, per year");
    assert_eq!(playing.scenario(), "counting=per-period");
}

#[wasm_bindgen_test]
async fn a_threshold_struck_out_is_no_longer_drawn() {
    let playing = Playing::new("threshold").await;
    let switch = playing.input("[type=checkbox]");
    playing.click("input[type=checkbox]").await;
    assert!(switch.checked());
    assert_eq!(playing.readout(), "There is no line.");
    assert_eq!(playing.count(".explainer-limit, .explainer-dot"), 0);
    assert_eq!(playing.count(".explainer-crossed"), 0);
    assert_eq!(playing.scenario(), "nullified=yes");
    playing.click("input[type=checkbox]").await;
    assert_eq!(playing.readout(), DEFAULT);
    assert_eq!(playing.count(".explainer-limit"), 1);
    assert_eq!(playing.scenario(), "");
}

#[wasm_bindgen_test]
async fn reset_takes_everything_back() {
    let playing = Playing::new("threshold").await;
    let before = playing.attribute(CURVE, "d");
    playing.drag("growth", "100").await;
    let field = playing.type_in("start", "5").await;
    fire(&field, "change");
    playing.click("input[value=per-period]").await;
    playing.click("input[type=checkbox]").await;
    assert_eq!(
        playing.scenario(),
        "start=5&growth=100&counting=per-period&nullified=yes"
    );
    playing.click(reset()).await;
    assert_eq!(playing.scenario(), "");
    assert_eq!(playing.readout(), DEFAULT);
    assert_eq!(playing.attribute(CURVE, "d"), before);
    let fields = playing.all::<HtmlInputElement>("[type=number]");
    let values: Vec<String> = fields.iter().map(HtmlInputElement::value).collect();
    assert_eq!(values, ["2", "50", "15"]);
    assert_eq!(playing.input(GROWTH).value(), "50");
    assert!(playing.input("[value=cumulative]").checked());
    assert!(!playing.input("[type=checkbox]").checked());
}

#[wasm_bindgen_test]
async fn a_scenario_is_set_and_told_as_it_came() {
    for (kind, scenario, readout) in [
        ("threshold", "growth=100", DOUBLED),
        ("threshold", "nullified=yes", "There is no line."),
        (
            "decision",
            "path=part.rival",
            "Now – It is split. Before – The rest waited.",
        ),
        (
            "timeline",
            "month=2025-03",
            "March 2025: Some years and A month.",
        ),
        ("comparison", "show=new", "new: Asking (1 of 4 shown)."),
        (
            "participants",
            "against=part",
            "The whole ($500 billion): 2.5 times A part ($200 billion).",
        ),
    ] {
        let playing = Playing::new(kind).await;
        assert_eq!(playing.scenario(), "", "{kind}");
        playing.set_scenario(scenario).await;
        assert_eq!(playing.scenario(), scenario);
        assert_eq!(playing.readout(), readout);
        assert_eq!(playing.text(".explainer-message"), "");
        playing.set_scenario("").await;
        assert_eq!(playing.scenario(), "", "{kind}");
    }
}

#[wasm_bindgen_test]
async fn a_scenario_that_does_not_fit_is_adjusted_and_the_reader_is_told() {
    const MOVED: &str = "A value in this link has been adjusted to the nearest possible one";
    const IGNORED: &str = "Part of this link could not be applied";
    for (kind, scenario, adjusted, told) in [
        ("threshold", "growth=9999", "growth=150", MOVED),
        ("threshold", "growth=1e9&years=6", "years=6", IGNORED),
        ("threshold", "<svg onload=alert(1)>", "", IGNORED),
        ("decision", "path=part.nowhere", "path=part", MOVED),
        ("timeline", "month=2099-01", "month=2027-12", MOVED),
        ("timeline", "month=soon", "", IGNORED),
        ("comparison", "show=everything", "", IGNORED),
        ("participants", "against=whole", "", IGNORED),
    ] {
        let playing = Playing::new(kind).await;
        playing.set_scenario(scenario).await;
        assert_eq!(playing.scenario(), adjusted, "{scenario}");
        assert_eq!(playing.text(".explainer-message"), told, "{scenario}");
        playing.hear(told).await;
    }
}

#[wasm_bindgen_test]
async fn the_host_hears_every_change() {
    let playing = Playing::new("threshold").await;
    let slider = playing.input(GROWTH);
    let detail = detail_of(&playing.host, "explainer-model-change", || {
        slider.set_value("100");
        fire(&slider, "input");
    })
    .await;
    assert_eq!(text(&detail, "model"), "clause");
    assert_eq!(text(&detail, "scenario"), "growth=100");
    assert_eq!(text(&detail, "sentence"), DOUBLED);
}

#[wasm_bindgen_test]
async fn the_host_hears_each_change_once_and_nothing_else() {
    let playing = Playing::new("threshold").await;
    let changes = Rc::new(Cell::new(0));
    let count = Rc::clone(&changes);
    let host = &playing.host;
    let _listener = Listener::new(host, "explainer-model-change", Phase::Bubble, move |_| {
        count.set(count.get() + 1);
    });
    // Reset, and a field that is left, where nothing was changed.
    playing.click(reset()).await;
    let field: HtmlInputElement = playing.one(GROWTH_FIELD);
    fire(&field, "change");
    assert_eq!(changes.get(), 0);
    // A number is heard as it is typed, and not once more when the field is left.
    playing.type_in("growth", "40").await;
    fire(&field, "change");
    assert_eq!(changes.get(), 1);
    // An empty field is no change; the number comes back.
    playing.type_in("growth", "").await;
    fire(&field, "change");
    drawn().await;
    assert_eq!((changes.get(), field.value()), (1, "40".into()));
    // Too great a number is adjusted, which is a change.
    playing.type_in("growth", "1000").await;
    fire(&field, "change");
    assert_eq!(changes.get(), 2);
    playing.click(reset()).await;
    assert_eq!(changes.get(), 3);
}

#[wasm_bindgen_test]
async fn the_readout_is_said_once_the_hand_rests() {
    let playing = Playing::new("threshold").await;
    for value in ["60", "80", "90"] {
        playing.drag("growth", value).await;
        assert_eq!(playing.text("[role=status]"), "");
    }
    playing.drag("growth", "100").await;
    playing.hear(DOUBLED).await;
    // A message speaks at once, and the next change takes it off the page.
    playing.tell_copied(true);
    playing.hear("Table copied").await;
    assert_eq!(playing.text(".explainer-message"), "Table copied");
    playing.drag("growth", "50").await;
    assert_eq!(playing.text(".explainer-message"), "");
    playing.hear(DEFAULT).await;
}

#[wasm_bindgen_test]
async fn decision_goes_where_the_reader_chooses() {
    let playing = Playing::new("decision").await;
    assert_eq!(
        playing.readout(),
        "Now – A request comes in. Before – A request came in."
    );
    assert_eq!(playing.text(".explainer-lead"), "The host decides:");
    assert_eq!(choices(&playing), ["Host it", "Host a part"]);
    // One box of each set of rules is where the reader stands.
    assert_eq!(playing.count(".explainer-here"), 2);
    assert_eq!(playing.count(".explainer-taken"), 0);
    playing.click("button[value=part]").await;
    assert_eq!(
        playing.readout(),
        "Now – A part is open. Before – The rest waited."
    );
    assert_eq!(playing.text(".explainer-lead"), "The guest decides:");
    assert_eq!(choices(&playing), ["Ask a rival", "Ask again"]);
    assert_eq!(playing.count(".explainer-taken"), 2);
    assert_eq!(
        playing.texts(".explainer-chosen"),
        ["Host a part", "Host a part"]
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
    playing.click(reset()).await;
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
    assert_eq!(playing.readout(), "January 2025: A day.");
    assert_eq!(current(&playing), ["A day"]);
    let before = playing.attribute(".explainer-now", "x1");
    let february: i32 = slider.value().parse::<i32>().unwrap() + 1;
    playing.drag("month", &february.to_string()).await;
    assert_eq!(playing.readout(), "February 2025: Some years.");
    assert_eq!(
        slider.get_attribute("aria-valuetext").unwrap(),
        "February 2025"
    );
    assert_eq!(playing.text(".explainer-value"), "February 2025");
    assert_eq!(current(&playing), ["Some years"]);
    assert_ne!(playing.attribute(".explainer-now", "x1"), before);
    assert_eq!(playing.scenario(), "month=2025-02");
    assert_eq!(
        playing.texts("tbody th"),
        ["January 21, 2025", "February 2025 to 2027", "March 2025"]
    );
    playing.hear("February 2025: Some years.").await;
    playing.click(reset()).await;
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
        ["all", "ended", "new", "unchanged"]
    );
    assert!(playing.input("[value=all]").checked());
    assert_eq!(playing.readout(), "4 of 4 shown.");
    assert_eq!(playing.count("tbody tr"), 4);
    playing.click("input[value=stays]").await;
    assert!(!playing.input("[value=all]").checked());
    assert_eq!(playing.texts("tbody th"), ["Access", "Shares"]);
    assert_eq!(playing.count("tbody tr.explainer-stays"), 2);
    assert_eq!(
        playing.readout(),
        "unchanged: Access and Shares (2 of 4 shown)."
    );
    assert_eq!(playing.scenario(), "show=stays");
    playing
        .hear("unchanged: Access and Shares (2 of 4 shown).")
        .await;
    playing.click(reset()).await;
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
        "The whole ($500 billion): 5 times The line ($100 billion)."
    );
    let width = |playing: &Playing, class: &str| -> f64 {
        playing.attribute(class, "width").parse().unwrap()
    };
    let whole = width(&playing, ".explainer-first-amount");
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
        .hear("The whole ($500 billion): 2.5 times A part ($200 billion).")
        .await;
    playing.click(reset()).await;
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
        let control =
            playing.all::<HtmlElement>(".explainer-controls :is(input, button)")[0].clone();
        // What was asked for last must not be answered by what is gone.
        control.click();
        fire(&control, "input");
        playing.end().await;
        assert_eq!(playing.count(".explainer-play"), 0, "{kind}");
    }
}

#[wasm_bindgen_test]
async fn two_models_of_one_kind_stand_apart() {
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
    for (width, drawn) in [(320, "320"), (640, "640"), (1600, "720")] {
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
    let first = playing
        .attribute(CURVE, "d")
        .trim_start_matches('M')
        .split([' ', ','])
        .next()
        .and_then(|x| x.parse::<f64>().ok());
    assert_eq!(first, Some(634.0));
    assert!(playing.readout().starts_with("بهذه الافتراضات"));
    assert_eq!(playing.text(reset()), "إعادة الضبط");
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
