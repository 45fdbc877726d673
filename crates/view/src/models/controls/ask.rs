/// The attribute by which a mini-model's control names what it asks for. Not the one of the story's
/// tools: an event of a model inside a story passes the story's listener, too.
pub const PLAY: &str = "data-explainer-play";

/// What a reader can ask of a mini-model besides changing a setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Make the choice that the control's `value` names.
    Choose,
    /// Take the last choice back.
    StepBack,
    /// Go back to the defaults.
    Reset,
    /// Copy the address of the model as it is set.
    CopyLink,
    /// Copy the table.
    CopyCsv,
    /// Save the drawing as SVG.
    SaveSvg,
    /// Save the drawing as PNG.
    SavePng,
}

impl Ask {
    const ALL: [Self; 7] = [
        Self::Choose,
        Self::StepBack,
        Self::Reset,
        Self::CopyLink,
        Self::CopyCsv,
        Self::SaveSvg,
        Self::SavePng,
    ];

    /// Returns the value of [`PLAY`].
    pub fn name(self) -> &'static str {
        match self {
            Self::Choose => "choose",
            Self::StepBack => "step-back",
            Self::Reset => "reset",
            Self::CopyLink => "copy-link",
            Self::CopyCsv => "copy-csv",
            Self::SaveSvg => "save-svg",
            Self::SavePng => "save-png",
        }
    }

    /// Returns what is asked by that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ask| ask.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::Ask;

    #[test]
    fn every_name_leads_back_to_what_is_asked() {
        for ask in Ask::ALL {
            assert_eq!(Ask::from_name(ask.name()), Some(ask));
        }
        assert_eq!(Ask::from_name("delete"), None);
    }
}
