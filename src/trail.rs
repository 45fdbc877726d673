/// The definitions a reader went through, each from inside the one before; names their anchors.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trail(Vec<String>);

impl Trail {
    /// Starts over at a definition mentioned in the story.
    pub fn start(&mut self, anchor: String) {
        self.0 = vec![anchor];
    }

    /// Goes on to a definition mentioned in the one shown. Going on to one read before on this
    /// trail goes back to it, so that no trail runs in circles.
    pub fn go_on(&mut self, anchor: String) {
        match self.0.iter().position(|known| *known == anchor) {
            Some(place) => self.0.truncate(place + 1),
            None => self.0.push(anchor),
        }
    }

    /// Goes back to the definition before; stays at the first.
    pub fn go_back(&mut self) {
        if self.0.len() > 1 {
            self.0.pop();
        }
    }

    /// Ends the trail.
    pub fn end(&mut self) {
        self.0.clear();
    }

    /// Returns the definition shown.
    pub fn here(&self) -> Option<&str> {
        self.0.last().map(String::as_str)
    }

    /// Returns the definition that the way back leads to.
    pub fn before(&self) -> Option<&str> {
        let place = self.0.len().checked_sub(2)?;
        self.0.get(place).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::Trail;

    #[track_caller]
    fn check(steps: impl FnOnce(&mut Trail), here: Option<&str>, before: Option<&str>) {
        let mut trail = Trail::default();
        steps(&mut trail);
        assert_eq!((trail.here(), trail.before()), (here, before));
    }

    #[test]
    fn a_new_trail_shows_nothing() {
        check(|_| {}, None, None);
    }

    #[test]
    fn a_term_in_a_definition_leads_back_to_it() {
        check(
            |trail| {
                trail.start("a".into());
                trail.go_on("b".into());
            },
            Some("b"),
            Some("a"),
        );
    }

    #[test]
    fn going_back_from_the_first_stays() {
        check(
            |trail| {
                trail.start("a".into());
                trail.go_back();
            },
            Some("a"),
            None,
        );
    }

    #[test]
    fn two_terms_that_mention_each_other_make_no_circle() {
        check(
            |trail| {
                trail.start("a".into());
                trail.go_on("b".into());
                trail.go_on("a".into());
            },
            Some("a"),
            None,
        );
    }

    #[test]
    fn a_term_in_the_story_starts_over() {
        check(
            |trail| {
                trail.start("a".into());
                trail.go_on("b".into());
                trail.start("c".into());
            },
            Some("c"),
            None,
        );
    }

    #[test]
    fn an_ended_trail_shows_nothing() {
        check(
            |trail| {
                trail.start("a".into());
                trail.end();
            },
            None,
            None,
        );
    }
}
