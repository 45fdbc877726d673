use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

use super::page::{EVERY_PART, Page, control_click, detail_of, document, press_key, text};

fn focused() -> Option<Element> {
    document().active_element()
}

/// Returns what has focus inside the popover.
fn focused_inside(page: &Page) -> Option<Element> {
    page.one(".explainer-popover")
        .shadow_root()?
        .active_element()
}

#[wasm_bindgen_test]
async fn a_click_opens_the_definition_and_a_second_closes_it() {
    let page = Page::show(EVERY_PART).await;
    let mention = page.open_term(0).await;
    assert!(page.popover_is_open());
    assert_eq!(page.popover_label(), "alpha");
    assert_eq!(mention.get_attribute("aria-expanded").unwrap(), "true");
    page.open_term(0).await;
    assert!(!page.popover_is_open());
    assert_eq!(mention.get_attribute("aria-expanded").unwrap(), "false");
}

#[wasm_bindgen_test]
async fn space_opens_it_as_well_and_does_not_scroll() {
    let page = Page::show(EVERY_PART).await;
    let mention = page.all(".explainer-section a.explainer-term")[1].clone();
    assert!(!press_key(&mention, " ", false));
    yew::scheduler::flush().await;
    assert_eq!(page.popover_label(), "beta");
}

#[wasm_bindgen_test]
async fn a_click_with_a_modifier_stays_the_browsers() {
    let page = Page::show(EVERY_PART).await;
    let mention = page.all(".explainer-section a.explainer-term")[0].clone();
    assert!(control_click(&mention));
    assert!(!page.popover_is_open());
}

#[wasm_bindgen_test]
async fn focus_stays_on_the_mention() {
    let page = Page::show(EVERY_PART).await;
    let mention = page.all(".explainer-section a.explainer-term")[0].clone();
    mention.focus().unwrap();
    page.open_term(0).await;
    assert_eq!(focused().unwrap(), mention.into());
}

#[wasm_bindgen_test]
async fn escape_closes_it_and_gives_focus_back() {
    let page = Page::show(EVERY_PART).await;
    let mention = page.open_term(0).await;
    page.button("close").focus().unwrap();
    assert!(!press_key(&page.button("close"), "Escape", false));
    assert!(!page.popover_is_open());
    assert_eq!(focused().unwrap(), mention.into());
}

#[wasm_bindgen_test]
async fn escape_is_the_pages_own_while_no_definition_is_open() {
    let page = Page::show(EVERY_PART).await;
    assert!(press_key(&page.host, "Escape", false));
}

#[wasm_bindgen_test]
async fn a_press_elsewhere_closes_it() {
    let page = Page::show(EVERY_PART).await;
    page.open_term(0).await;
    let press = web_sys::Event::new_with_event_init_dict("pointerdown", &{
        let init = web_sys::EventInit::new();
        init.set_bubbles(true);
        init.set_composed(true);
        init
    })
    .unwrap();
    page.one(".explainer-headline")
        .dispatch_event(&press)
        .unwrap();
    assert!(!page.popover_is_open());
}

#[wasm_bindgen_test]
async fn tab_goes_in_and_comes_out_where_it_went_in() {
    let page = Page::show(EVERY_PART).await;
    let mention = page.open_term(0).await;
    mention.focus().unwrap();
    assert!(!press_key(&mention, "Tab", false));
    let close: Element = page.button("close").into();
    assert_eq!(focused_inside(&page).unwrap(), close);
    assert!(!press_key(&close, "Tab", true));
    assert_eq!(focused().unwrap(), mention.clone().into());
    let links = page.one(".explainer-popover").shadow_root().unwrap();
    let links = links.query_selector_all("a[href], button").unwrap();
    let last: web_sys::HtmlElement =
        wasm_bindgen::JsCast::unchecked_into(links.get(links.length() - 1).unwrap());
    last.focus().unwrap();
    // Focus is on the mention again, and the browser goes on from there.
    assert!(press_key(&last, "Tab", false));
    assert_eq!(focused().unwrap(), mention.into());
}

#[wasm_bindgen_test]
async fn a_term_in_a_definition_opens_in_place_with_a_way_back() {
    let page = Page::show(EVERY_PART).await;
    page.open_term(0).await;
    page.shadow(".explainer-popover", "a.explainer-term")
        .unwrap()
        .click();
    yew::scheduler::flush().await;
    assert_eq!(page.popover_label(), "beta");
    assert_eq!(
        page.button("back").text_content().unwrap(),
        "Back to “alpha”"
    );
    page.press("back").await;
    assert_eq!(page.popover_label(), "alpha");
    assert!(
        page.shadow(".explainer-popover", "[data-explainer-action=back]")
            .is_none()
    );
}

#[wasm_bindgen_test]
async fn the_definition_has_everything_the_glossary_has() {
    let page = Page::show(EVERY_PART).await;
    page.open_term(0).await;
    let body = page
        .shadow(".explainer-popover", ".explainer-card-body")
        .unwrap();
    let words = body.text_content().unwrap();
    for part in [
        "The first letter.",
        "It comes before beta.",
        "The deal, in words.",
        "A book, A house, December 31, 1999",
        "In this story:",
    ] {
        assert!(words.contains(part), "no {part} in {words}");
    }
    assert!(body.query_selector("[id]").unwrap().is_none());
}

#[wasm_bindgen_test]
async fn its_links_lead_to_the_other_mentions_only() {
    let page = Page::show(EVERY_PART).await;
    let mention = page.open_term(0).await;
    let links = page.one(".explainer-popover").shadow_root().unwrap();
    let links = links.query_selector_all("a[role=doc-backlink]").unwrap();
    let here = format!("#{}", mention.id());
    assert_eq!(links.length(), 1);
    let link: Element = wasm_bindgen::JsCast::unchecked_into(links.get(0).unwrap());
    assert_ne!(link.get_attribute("href").unwrap(), here);
}

#[wasm_bindgen_test]
async fn it_opens_in_the_words_that_a_translator_put_there() {
    let page = Page::show(EVERY_PART).await;
    let short = page.one("#term-alpha .explainer-short");
    let font = document().create_element("font").unwrap();
    font.set_text_content(Some("La première lettre."));
    short.replace_children_with_node_1(&font);
    page.open_term(0).await;
    let body = page
        .shadow(".explainer-popover", ".explainer-card-body")
        .unwrap();
    assert!(body.text_content().unwrap().contains("La première lettre."));
}

#[wasm_bindgen_test]
async fn opening_tells_the_page_which_term() {
    let page = Page::show(EVERY_PART).await;
    let mention = page.all(".explainer-section a.explainer-term")[0].clone();
    let detail = detail_of(&page.host, "explainer-term-open", || mention.click()).await;
    assert_eq!(text(&detail, "term"), "alpha");
    assert_eq!(text(&detail, "label"), "alpha");
}

#[wasm_bindgen_test]
async fn mentions_say_what_they_do_as_soon_as_they_can_be_reached() {
    let page = Page::show(EVERY_PART).await;
    let mention = page.all(".explainer-section a.explainer-term")[0].clone();
    assert_eq!(mention.get_attribute("aria-haspopup").unwrap(), "dialog");
    assert_eq!(mention.get_attribute("aria-expanded").unwrap(), "false");
}
