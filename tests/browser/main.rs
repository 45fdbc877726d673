//! What the tools do to a story in a real browser. Run by `wasm-pack test`; the shim and the style
//! are tested end to end.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod corpus;
mod elements;
mod formats;
mod models;
mod page;
mod playing;
mod scenarios;
mod sections;
mod summary;
mod terms;
mod threshold;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
