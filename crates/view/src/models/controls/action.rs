/// The attribute by which a mini-model's control names its action. Not the one of the story's tools:
/// an event of a model inside a story reaches the story's listener, too.
pub const MODEL_ACTION: &str = "data-explainer-play";

/// What a button of a mini-model does, besides changing a setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ModelAction {
    /// Make the choice that the control's `value` names.
    Choose,
    /// Take the last choice back.
    StepBack,
    /// Go back to the defaults.
    Reset,
    /// Copy a link to the model with the reader's settings.
    CopyLink,
    /// Copy the table.
    CopyTable,
    /// Save the table as CSV.
    SaveCsv,
    /// Save the chart as SVG.
    SaveSvg,
    /// Save the chart as PNG.
    SavePng,
}

impl ModelAction {
    const ALL: [Self; 8] = [
        Self::Choose,
        Self::StepBack,
        Self::Reset,
        Self::CopyLink,
        Self::CopyTable,
        Self::SaveCsv,
        Self::SaveSvg,
        Self::SavePng,
    ];

    /// Returns the value of [`MODEL_ACTION`].
    pub fn name(self) -> &'static str {
        match self {
            Self::Choose => "choose",
            Self::StepBack => "step-back",
            Self::Reset => "reset",
            Self::CopyLink => "copy-link",
            Self::CopyTable => "copy-table",
            Self::SaveCsv => "save-csv",
            Self::SaveSvg => "save-svg",
            Self::SavePng => "save-png",
        }
    }

    /// Returns the action of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::ModelAction;

    #[test]
    fn every_name_leads_back_to_its_action() {
        for action in ModelAction::ALL {
            assert_eq!(ModelAction::from_name(action.name()), Some(action));
        }
        assert_eq!(ModelAction::from_name("delete"), None);
    }
}
