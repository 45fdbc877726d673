use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlDetailsElement;

use super::page::{EVERY_PART, Page, detail_of, get, settle, text};

#[wasm_bindgen_test]
async fn the_lead_is_open_and_the_rest_is_closed() {
    let page = Page::show(EVERY_PART).await;
    assert_eq!(page.open_sections(), [true, false]);
}

#[wasm_bindgen_test]
async fn expand_all_opens_every_section_and_then_closes_them() {
    let page = Page::show(EVERY_PART).await;
    assert_eq!(
        page.button("toggle-all").text_content().unwrap(),
        "Expand all"
    );
    page.press("toggle-all").await;
    assert_eq!(page.open_sections(), [true, true]);
    assert_eq!(
        page.button("toggle-all").text_content().unwrap(),
        "Collapse all"
    );
    page.press("toggle-all").await;
    assert_eq!(page.open_sections(), [false, false]);
}

#[wasm_bindgen_test]
async fn the_control_follows_sections_that_the_reader_opens() {
    let page = Page::show(EVERY_PART).await;
    page.all(".explainer-section > details > summary")[1].click();
    for _ in 0..50 {
        settle().await;
        if page.button("toggle-all").text_content().unwrap() == "Collapse all" {
            break;
        }
    }
    assert_eq!(
        page.button("toggle-all").text_content().unwrap(),
        "Collapse all"
    );
}

#[wasm_bindgen_test]
async fn opening_a_section_tells_the_page_and_a_lead_born_open_does_not() {
    let page = Page::show(EVERY_PART).await;
    let fold = page.all(".explainer-section > details")[1].clone();
    // Were the lead's own `toggle` told, it would come first.
    let detail = detail_of(&page.host, "explainer-section-toggle", || {
        fold.unchecked_into::<HtmlDetailsElement>().set_open(true);
    })
    .await;
    assert_eq!(text(&detail, "section"), "more");
    assert_eq!(get(&detail, "open").as_bool(), Some(true));
}

#[wasm_bindgen_test]
async fn the_anchor_is_inside_the_details_that_it_opens() {
    let page = Page::show(EVERY_PART).await;
    let anchor = page.one("#more");
    let fold = anchor.closest("details").unwrap().unwrap();
    assert!(anchor.closest("summary").unwrap().is_none());
    assert!(!fold.has_attribute("open"));
}

#[wasm_bindgen_test]
async fn no_control_is_inside_a_summary() {
    let page = Page::show(EVERY_PART).await;
    assert!(
        page.all("summary a, summary button, summary input")
            .is_empty()
    );
}

#[wasm_bindgen_test]
async fn copying_a_link_says_so() {
    let page = Page::show(EVERY_PART).await;
    let link = page.all(".explainer-permalink")[1].clone();
    let before = web_sys::window().unwrap().location().href().unwrap();
    link.click();
    // Whether the browser lets a test at its clipboard or not, the reader is told.
    for _ in 0..50 {
        settle().await;
        if link.has_attribute("data-explainer-said") {
            break;
        }
    }
    let said = link.get_attribute("data-explainer-said").unwrap();
    let status = page.shadow(".explainer-toolbar", "[role=status]").unwrap();
    assert_eq!(status.text_content().unwrap(), said);
    let after = web_sys::window().unwrap().location().href().unwrap();
    assert_eq!(said == "Link copied", before == after);
    web_sys::window().unwrap().location().set_hash("").unwrap();
}
