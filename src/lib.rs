//! `<explainer-article>`: a news article with inline explainers, from a JSON model.
//!
//! The rooms in reading order; each imports only from those above it.

pub mod labels;
pub mod view;

#[cfg(feature = "csr")]
mod dom;
pub mod islands;

#[cfg(feature = "csr")]
pub mod element;
