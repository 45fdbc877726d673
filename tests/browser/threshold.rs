//! A reader moves a threshold model by its sliders and fields.

use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement, HtmlInputElement, window};

use super::playing::{CURVE, DEFAULT, DOUBLED, GROWTH, GROWTH_FIELD, Playing, drawn, fire};

const CROSSED: &str = ".explainer-crossed th";

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
    assert_eq!(playing.count(".explainer-picture .explainer-other"), 1);
    assert_eq!(
        playing.texts(".explainer-crossing"),
        ["100", "2030", "$126 billion"]
    );
    let slider = playing.input(GROWTH);
    assert_eq!(slider.get_attribute("aria-valuetext").unwrap(), "100%");
    assert_eq!(slider.value(), "100");
    assert_eq!(playing.input(GROWTH_FIELD).value(), "100");
    assert_eq!(
        playing.texts(".explainer-value"),
        ["$billion", "%", "years"],
        "units beside the numbers"
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
async fn a_closed_table_waits_no_longer_than_the_announcement() {
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
        let copy = "[data-explainer-play=copy-table]";
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
    playing.click("input[value=per-period]").await;
    assert!(!playing.input("[value=cumulative]").checked());
    assert_eq!(
        playing.readout(),
        "With these assumptions, the line is reached in 2035, 2 years later than by default. Access \
         ends."
    );
    assert_eq!(playing.texts("thead th"), ["Year", "In that year"]);
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
    assert_eq!(playing.count(".explainer-limit, .explainer-mark"), 0);
    assert_eq!(playing.count(".explainer-crossed"), 0);
    assert_eq!(playing.scenario(), "nullified=yes");
    playing.click("input[type=checkbox]").await;
    assert_eq!(playing.readout(), DEFAULT);
    assert_eq!(playing.count(".explainer-picture .explainer-limit"), 1);
    assert_eq!(playing.scenario(), "");
}
