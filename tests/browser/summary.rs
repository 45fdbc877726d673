use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlDetailsElement;

use super::page::{EVERY_PART, Page, detail_of, get};

fn set_open(page: &Page, states: &[bool]) {
    let folds = page.all(".explainer-section > details");
    for (fold, open) in folds.into_iter().zip(states) {
        fold.unchecked_into::<HtmlDetailsElement>().set_open(*open);
    }
}

#[wasm_bindgen_test]
async fn summarize_folds_the_story_and_shows_the_points() {
    let page = Page::show(EVERY_PART).await;
    page.press("summarize").await;
    assert_eq!(page.open_sections(), [false, false]);
    assert!(page.host.has_attribute("summarized"));
    let button = page.button("summarize");
    assert_eq!(button.text_content().unwrap().trim(), "Show full story");
}

#[wasm_bindgen_test]
async fn releasing_summarize_gives_back_the_exact_state() {
    for states in [[true, false], [false, true], [true, true], [false, false]] {
        let page = Page::show(EVERY_PART).await;
        set_open(&page, &states);
        page.press("summarize").await;
        // What the reader opens meanwhile is not what was open before.
        set_open(&page, &[true, true]);
        page.press("summarize").await;
        assert_eq!(page.open_sections(), states);
        assert!(!page.host.has_attribute("summarized"));
    }
}

#[wasm_bindgen_test]
async fn each_point_leads_to_the_section_that_supports_it() {
    let page = Page::show(EVERY_PART).await;
    let links = page.all("a.explainer-point-section");
    let targets: Vec<_> = links
        .iter()
        .map(|l| l.get_attribute("href").unwrap())
        .collect();
    assert_eq!(targets, ["#lead", "#more"]);
}

#[wasm_bindgen_test]
async fn summarizing_tells_the_page_and_the_screen_reader() {
    let page = Page::show(EVERY_PART).await;
    let button = page.button("summarize");
    let detail = detail_of(&page.host, "explainer-summarize", || button.click()).await;
    assert_eq!(get(&detail, "summarizing").as_bool(), Some(true));
    yew::scheduler::flush().await;
    let status = page.shadow(".explainer-toolbar", "[role=status]").unwrap();
    assert_eq!(status.text_content().unwrap(), "Summary shown");
}

#[wasm_bindgen_test]
async fn a_story_with_nothing_to_summarize_has_no_such_control() {
    let page = Page::show(
        r#"{ "schemaVersion": 1, "id": "s", "lang": "en", "headline": "H",
            "sections": [{ "id": "only", "heading": "Only", "blocks": ["Words."] }] }"#,
    )
    .await;
    assert!(page.button("summarize").hidden());
}

#[wasm_bindgen_test]
async fn the_words_of_the_interface_are_in_the_storys_language() {
    let page = Page::show(include_str!("../fixtures/right-to-left.json")).await;
    assert_eq!(page.button("summarize").text_content().unwrap(), "تلخيص");
    assert_eq!(
        page.one(".explainer-body").get_attribute("dir").unwrap(),
        "rtl"
    );
}
