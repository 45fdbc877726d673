use explainer_story::json::{FromObject, Reader};
use explainer_story::{NonEmpty, PartId, Quantity, ShortText, Source, Text, Unit, limits};

use crate::Status;
use crate::checks::{Inconsistent, check_each, check_length, check_unique};

/// Who takes part, as what, and how large it is.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "a participants model")]
pub struct Participants {
    /// Those who take part, by what they do.
    #[cfg_attr(feature = "schema", schemars(extend("maxItems" = limits::MAX_LANES)))]
    pub groups: NonEmpty<Group>,
    /// What the amounts are in.
    pub unit: Unit,
    /// Amounts to be drawn to scale. The first is what the model is about.
    #[cfg_attr(feature = "schema", schemars(extend("maxItems" = limits::MAX_LANES)))]
    pub amounts: NonEmpty<Amount>,
}

/// Those who do the same.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "a group")]
pub struct Group {
    /// Names the group.
    pub id: PartId,
    /// What they take part as.
    pub label: ShortText,
    /// Who they are.
    #[cfg_attr(feature = "schema", schemars(extend("maxItems" = limits::MAX_ROWS)))]
    pub members: NonEmpty<Member>,
}

/// Somebody who takes part.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "a member")]
pub struct Member {
    /// Names the member.
    pub id: PartId,
    /// Their name.
    pub name: ShortText,
    /// What else a reader should know of them.
    pub note: Option<Text>,
    /// Where that comes from.
    pub source: Option<Source>,
}

/// An amount to be drawn to scale.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "an amount")]
pub struct Amount {
    /// Names the amount.
    pub id: PartId,
    /// What it is.
    pub label: ShortText,
    /// How much, above zero, in the model's unit.
    pub value: Quantity,
    /// How well it is known.
    pub status: Status,
    /// Where it comes from.
    pub source: Option<Source>,
}

impl Participants {
    pub(super) fn check(&self, reader: &mut Reader) {
        let groups_fit = check_length(reader, "groups", self.groups.len(), limits::MAX_LANES);
        let amounts_fit = check_length(reader, "amounts", self.amounts.len(), limits::MAX_LANES);
        if !(groups_fit && amounts_fit) {
            return;
        }
        let groups: Vec<&PartId> = self.groups.iter().map(|group| &group.id).collect();
        let amounts: Vec<&PartId> = self.amounts.iter().map(|amount| &amount.id).collect();
        check_unique(reader, "groups", &groups);
        check_unique(reader, "amounts", &amounts);
        check_each(reader, "groups", &self.groups, |reader, group| {
            let members = &group.members;
            if check_length(reader, "members", members.len(), limits::MAX_ROWS) {
                let ids: Vec<&PartId> = members.iter().map(|member| &member.id).collect();
                check_unique(reader, "members", &ids);
            }
        });
        check_each(reader, "amounts", &self.amounts, |reader, amount| {
            if amount.value <= Quantity::ZERO {
                let problem = Inconsistent {
                    found: "has no size",
                    expected: "a number above zero",
                    help: "change it or take it out",
                };
                reader.report_in("value", problem.of("amount", &amount.id));
            }
        });
    }
}
