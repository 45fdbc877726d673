//! What holds for every valid mini-model.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod decision;
mod scale;
mod settings;
#[path = "../support/mod.rs"]
mod support;
mod tables;
mod threshold;
mod tree;
