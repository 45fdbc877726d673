use crate::parts::{Unsound, refer, unique};
use crate::read::{FromRaw, NonEmpty, record};
use crate::reader::Reader;
use crate::{PartId, PartialDate, ShortText, Source, Text, limits};

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
    pub(crate) fn check(&self, reader: &mut Reader) {
        let lanes_fit = reader.at_most("lanes", self.lanes.len(), limits::MAX_LANES);
        let entries_fit = reader.at_most("entries", self.entries.len(), limits::MAX_ROWS);
        if !(lanes_fit && entries_fit) {
            return;
        }
        let lanes: Vec<&PartId> = self.lanes.iter().map(|lane| &lane.id).collect();
        let entries: Vec<&PartId> = self.entries.iter().map(|entry| &entry.id).collect();
        unique(reader, "lanes", &lanes);
        unique(reader, "entries", &entries);
        reader.in_each("entries", &self.entries, |reader, entry| {
            refer(reader, "lane", "lane", &entry.lane, &lanes);
            if let When::During(span) = &entry.when
                && span.until.last_day() < span.from.first_day()
            {
                let unsound = Unsound {
                    found: "ends before it begins",
                    expected: "an end after the beginning",
                    mend: "change one of the two",
                };
                reader.report_in("when", unsound.of("span of", &entry.id));
            }
        });
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
