use crate::parts::{Unsound, unique};
use crate::read::{NonEmpty, record};
use crate::reader::Reader;
use crate::{PartId, Quantity, ShortText, Source, Status, Text, Unit, limits};

record! {
    /// Who takes part, as what, and how large it is.
    "a participants model" => pub struct Participants {
        /// Those who take part, by what they do.
        #[cfg_attr(feature = "schema", schemars(extend("maxItems" = limits::MAX_LANES)))]
        pub groups: NonEmpty<Group>,
        /// What the amounts are in.
        pub unit: Unit,
        /// Amounts to be drawn to scale. The first is what the model is about.
        #[cfg_attr(feature = "schema", schemars(extend("maxItems" = limits::MAX_LANES)))]
        pub amounts: NonEmpty<Amount>,
    }
}

record! {
    /// Those who do the same.
    "a group" => pub struct Group {
        /// Names the group.
        pub id: PartId,
        /// What they take part as.
        pub label: ShortText,
        /// Who they are.
        #[cfg_attr(feature = "schema", schemars(extend("maxItems" = limits::MAX_ROWS)))]
        pub members: NonEmpty<Member>,
    }
}

record! {
    /// Somebody who takes part.
    "a member" => pub struct Member {
        /// Names the member.
        pub id: PartId,
        /// Their name.
        pub name: ShortText,
        /// What else a reader should know of them.
        pub note: Option<Text>,
        /// Where that comes from.
        pub source: Option<Source>,
    }
}

record! {
    /// An amount to be drawn to scale.
    "an amount" => pub struct Amount {
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
}

impl Participants {
    pub(crate) fn check(&self, reader: &mut Reader) {
        let groups_fit = reader.at_most("groups", self.groups.len(), limits::MAX_LANES);
        let amounts_fit = reader.at_most("amounts", self.amounts.len(), limits::MAX_LANES);
        if !(groups_fit && amounts_fit) {
            return;
        }
        let groups: Vec<&PartId> = self.groups.iter().map(|group| &group.id).collect();
        let amounts: Vec<&PartId> = self.amounts.iter().map(|amount| &amount.id).collect();
        unique(reader, "groups", &groups);
        unique(reader, "amounts", &amounts);
        reader.in_each("groups", &self.groups, |reader, group| {
            let members = &group.members;
            if reader.at_most("members", members.len(), limits::MAX_ROWS) {
                let ids: Vec<&PartId> = members.iter().map(|member| &member.id).collect();
                unique(reader, "members", &ids);
            }
        });
        reader.in_each("amounts", &self.amounts, |reader, amount| {
            if amount.value <= Quantity::ZERO {
                let unsound = Unsound {
                    found: "has no size",
                    expected: "a number above zero",
                    mend: "change it or take it out",
                };
                reader.report_in("value", unsound.of("amount", &amount.id));
            }
        });
    }
}
