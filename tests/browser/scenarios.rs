//! Settings as an address has them, the way back to the defaults, and what the page hears.

use std::cell::Cell;
use std::rc::Rc;

use explainer_dom::{Listener, Phase};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

use super::page::{detail_of, text};
use super::playing::{CURVE, DEFAULT, DOUBLED, GROWTH, GROWTH_FIELD, Playing, RESET, drawn, fire};

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
    playing.click(RESET).await;
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
        ("decision", "path=part.rival", "Before – The rest waited."),
        (
            "timeline",
            "month=2025-03",
            "In March 2025 one thing runs: Some years. In the same month: A month.",
        ),
        ("comparison", "show=new", "New: Asking."),
        (
            "participants",
            "against=part",
            "The whole ($500 billion) is 2.5 times as much as A part ($200 billion).",
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
    // A field that is left, where nothing was changed: there is nothing to reset, either.
    assert_eq!(playing.count(RESET), 0);
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
    playing.click(RESET).await;
    assert_eq!(changes.get(), 3);
}

#[wasm_bindgen_test]
async fn the_readout_is_announced_after_the_last_change() {
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
