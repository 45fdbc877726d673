/// The definitions a reader went through, each from inside the one before; names their anchors.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History(Vec<String>);

impl History {
    /// Starts over at a definition mentioned in the story.
    pub fn start(&mut self, anchor: String) {
        self.0 = vec![anchor];
    }

    /// Adds a definition mentioned in the one shown. One that is in the history already is gone back
    /// to, so that the history has no circles.
    pub fn push(&mut self, anchor: String) {
        match self.0.iter().position(|known| *known == anchor) {
            Some(index) => self.0.truncate(index + 1),
            None => self.0.push(anchor),
        }
    }

    /// Goes back to the definition before; stays at the first.
    pub fn go_back(&mut self) {
        if self.0.len() > 1 {
            self.0.pop();
        }
    }

    /// Empties the history.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Returns the definition shown.
    pub fn current(&self) -> Option<&str> {
        self.0.last().map(String::as_str)
    }

    /// Returns the definition that the back button leads to.
    pub fn previous(&self) -> Option<&str> {
        let index = self.0.len().checked_sub(2)?;
        self.0.get(index).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::History;

    #[track_caller]
    fn check(steps: impl FnOnce(&mut History), current: Option<&str>, previous: Option<&str>) {
        let mut history = History::default();
        steps(&mut history);
        assert_eq!((history.current(), history.previous()), (current, previous));
    }

    #[test]
    fn an_empty_history_shows_nothing() {
        check(|_| {}, None, None);
    }

    #[test]
    fn a_term_in_a_definition_leads_back_to_it() {
        check(
            |history| {
                history.start("a".into());
                history.push("b".into());
            },
            Some("b"),
            Some("a"),
        );
    }

    #[test]
    fn going_back_from_the_first_stays() {
        check(
            |history| {
                history.start("a".into());
                history.go_back();
            },
            Some("a"),
            None,
        );
    }

    #[test]
    fn two_terms_that_mention_each_other_make_no_circle() {
        check(
            |history| {
                history.start("a".into());
                history.push("b".into());
                history.push("a".into());
            },
            Some("a"),
            None,
        );
    }

    #[test]
    fn a_term_in_the_story_starts_over() {
        check(
            |history| {
                history.start("a".into());
                history.push("b".into());
                history.start("c".into());
            },
            Some("c"),
            None,
        );
    }

    #[test]
    fn an_emptied_history_shows_nothing() {
        check(
            |history| {
                history.start("a".into());
                history.clear();
            },
            None,
            None,
        );
    }
}
