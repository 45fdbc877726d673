use crate::parts::{refer, unique};
use crate::read::{FromRaw, NonEmpty, Reader, record};
use crate::{Fault, PartId, PartialDate, ShortText, Source, Text, limits};

record! {
    /// What happened when, and what runs until when.
    "a timeline model" => pub struct Timeline {
        /// What the entries are sorted into.
        #[cfg_attr(feature = "schema", schemars(extend("maxItems" = limits::MAX_LANES)))]
        pub lanes: NonEmpty<Lane>,
        /// The events and spans.
        #[cfg_attr(feature = "schema", schemars(extend("maxItems" = limits::MAX_ROWS)))]
        pub entries: NonEmpty<Entry>,
    }
}

record! {
    /// A row of the drawing.
    "a lane" => pub struct Lane {
        /// Names the lane.
        pub id: PartId,
        /// What it holds.
        pub label: ShortText,
    }
}

record! {
    /// Something that happened or runs.
    "an entry" => pub struct Entry {
        /// Names the entry.
        pub id: PartId,
        /// The lane that it stands in.
        pub lane: PartId,
        /// What it is; a few words.
        pub label: ShortText,
        /// The same in a sentence.
        pub text: Option<Text>,
        /// When: a date, or a record with `from` and `until`.
        pub when: When,
        /// Where that comes from.
        pub source: Option<Source>,
    }
}

record! {
    /// From one date until another.
    "a span" => pub struct Span {
        /// When it begins.
        pub from: PartialDate,
        /// The last date that it is known to run.
        pub until: PartialDate,
    }
}

/// When something happened or runs.
#[derive(Clone, Debug, PartialEq)]
pub enum When {
    /// At some time on that date.
    On(PartialDate),
    /// All the time between two dates.
    During(Span),
}

impl When {
    /// Returns the first of its days, counted as in [`PartialDate::first_day`].
    pub fn first_day(&self) -> i32 {
        match self {
            Self::On(date) => date.first_day(),
            Self::During(span) => span.from.first_day(),
        }
    }

    /// Returns the last of its days.
    pub fn last_day(&self) -> i32 {
        match self {
            Self::On(date) => date.last_day(),
            Self::During(span) => span.until.last_day(),
        }
    }
}

impl Timeline {
    #[inline(never)]
    pub(crate) fn check(&self, reader: &mut Reader) {
        let lanes_fit = reader.at_most("lanes", self.lanes.len(), limits::MAX_LANES);
        let entries_fit = reader.at_most("entries", self.entries.len(), limits::MAX_ROWS);
        if !(lanes_fit && entries_fit) {
            return;
        }
        unique(reader, "lanes", self.lanes.iter().map(|lane| &lane.id));
        unique(
            reader,
            "entries",
            self.entries.iter().map(|entry| &entry.id),
        );
        let lanes: Vec<&PartId> = self.lanes.iter().map(|lane| &lane.id).collect();
        for (place, entry) in self.entries.iter().enumerate() {
            let path = reader.path().field("entries").index(place);
            refer(reader, path.field("lane"), "lane", &entry.lane, &lanes);
            if let When::During(span) = &entry.when
                && span.until.last_day() < span.from.first_day()
            {
                let found = format!("the span of \"{}\" ends before it begins", entry.id);
                let (expected, mend) = ("an end after the beginning", "change one of the two");
                reader.report_at(
                    path.field("when"),
                    Fault::Unsound {
                        found,
                        expected,
                        mend,
                    },
                );
            }
        }
    }
}

impl FromRaw for When {
    fn read(reader: &mut Reader) -> Self {
        if reader.is_record() {
            return Self::During(FromRaw::read(reader));
        }
        let expected = "a date, or a record with from and until";
        Self::On(PartialDate::read_expecting(expected, reader))
    }
}
