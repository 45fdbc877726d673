use crate::read::record;
use crate::{Moment, Text, Url};

record! {
    /// Where a fact or a definition comes from.
    "a source" => pub struct Source {
        /// Title of the page or paper.
        pub title: Text,
        /// Who published it.
        pub publisher: Option<Text>,
        /// When it was published.
        pub date: Option<Moment>,
        /// Where to read it.
        pub url: Option<Url>,
    }
}
