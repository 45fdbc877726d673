use explainer_story::json::{FromJson, FromObject, Reader};
use explainer_story::{JsonValue, NonEmpty, PartId, PartialDate, ShortText, Source, Text, limits};

use crate::checks::{Inconsistent, check_each, check_length, check_reference, check_unique};

/// What happened when, and what runs until when.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "a timeline model")]
pub struct Timeline {
    /// What the entries are sorted into.
    #[cfg_attr(feature = "schema", schemars(extend("maxItems" = limits::MAX_LANES)))]
    pub lanes: NonEmpty<Lane>,
    /// The events and spans.
    #[cfg_attr(feature = "schema", schemars(extend("maxItems" = limits::MAX_ROWS)))]
    pub entries: NonEmpty<Entry>,
}

/// A row of the chart.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "a lane")]
pub struct Lane {
    /// Names the lane.
    pub id: PartId,
    /// What it holds.
    pub label: ShortText,
}

/// Something that happened or runs.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "an entry")]
pub struct Entry {
    /// Names the entry.
    pub id: PartId,
    /// The lane that it is in.
    pub lane: PartId,
    /// What it is; a few words.
    pub label: ShortText,
    /// The same in a sentence.
    pub text: Option<Text>,
    /// When: a date, or an object with `from` and `until`.
    pub when: When,
    /// Where that comes from.
    pub source: Option<Source>,
}

/// From one date until another.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "a span")]
pub struct Span {
    /// When it begins.
    pub from: PartialDate,
    /// The last date that it is known to run.
    pub until: PartialDate,
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
    pub(super) fn check(&self, reader: &mut Reader) {
        let lanes_fit = check_length(reader, "lanes", self.lanes.len(), limits::MAX_LANES);
        let entries_fit = check_length(reader, "entries", self.entries.len(), limits::MAX_ROWS);
        if !(lanes_fit && entries_fit) {
            return;
        }
        let lanes: Vec<&PartId> = self.lanes.iter().map(|lane| &lane.id).collect();
        let entries: Vec<&PartId> = self.entries.iter().map(|entry| &entry.id).collect();
        check_unique(reader, "lanes", &lanes);
        check_unique(reader, "entries", &entries);
        check_each(reader, "entries", &self.entries, |reader, entry| {
            check_reference(reader, "lane", "lane", &entry.lane, &lanes);
            if let When::During(span) = &entry.when
                && span.until.last_day() < span.from.first_day()
            {
                let problem = Inconsistent {
                    found: "ends before it begins",
                    expected: "an end after the beginning",
                    help: "change one of the two",
                };
                reader.report_in("when", problem.of("span of", &entry.id));
            }
        });
    }
}

impl FromJson for When {
    const EXPECTED: &'static str = "a date, or an object with from and until";

    fn from_json(value: &JsonValue, reader: &mut Reader) -> Option<Self> {
        match value {
            JsonValue::Object(_) => Span::from_json(value, reader).map(Self::During),
            other => PartialDate::read_expecting(Self::EXPECTED, other, reader).map(Self::On),
        }
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for When {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "When".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "anyOf": [
            generator.subschema_for::<PartialDate>(),
            generator.subschema_for::<Span>(),
        ]})
    }
}
