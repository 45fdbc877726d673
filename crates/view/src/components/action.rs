/// The attribute by which a control names its action.
///
/// One listener on the host handles every control. Yew's own `onclick` would leave listeners at
/// each mounted root that are never removed, and keep the root's nodes in memory.
pub const ACTION: &str = "data-explainer-action";

/// What a control of the tools does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Show the summary, or the whole story again.
    Summarize,
    /// Open every section, or close them all where all are open.
    ToggleAll,
    /// Go back to the definition read before.
    Back,
    /// Close the definition.
    Close,
    /// List every section that mentions a term.
    AllMentions,
}

impl Action {
    const ALL: [Self; 5] = [
        Self::Summarize,
        Self::ToggleAll,
        Self::Back,
        Self::Close,
        Self::AllMentions,
    ];

    /// Returns the value of [`ACTION`].
    pub fn name(self) -> &'static str {
        match self {
            Self::Summarize => "summarize",
            Self::ToggleAll => "toggle-all",
            Self::Back => "back",
            Self::Close => "close",
            Self::AllMentions => "all-mentions",
        }
    }

    /// Returns the action of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::Action;

    #[test]
    fn every_name_leads_back_to_its_action() {
        for action in Action::ALL {
            assert_eq!(Action::from_name(action.name()), Some(action));
        }
    }

    #[test]
    fn a_page_can_name_no_other_action() {
        assert_eq!(Action::from_name("delete"), None);
    }
}
