use explainer_story::json::{FromField, FromJson, FromObject, Reader, read_of_kind};
use explainer_story::{
    JsonValue, NonEmpty, PartId, ProblemKind, Quantity, ShortText, Source, Text, Unit,
};

use crate::Status;

/// Something that grows towards a line, with numbers that the reader may change.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "a threshold model")]
pub struct Threshold {
    /// What is counted.
    pub measure: ShortText,
    /// What the counted numbers are in.
    pub unit: Unit,
    /// The first year.
    pub from: Year,
    /// The parameter that says how many years are looked at.
    pub horizon: PartId,
    /// The numbers that the reader may change.
    #[cfg_attr(feature = "schema", schemars(extend("maxItems" = explainer_story::limits::MAX_PARAMETERS)))]
    pub parameters: NonEmpty<Parameter>,
    /// How the numbers make each year's amount.
    pub projection: Projection,
    /// How the years are counted against the line. Where there are two ways, the reader
    /// chooses; the first is the default.
    #[cfg_attr(feature = "schema", schemars(extend("uniqueItems" = true)))]
    pub counting: NonEmpty<Counting>,
    /// The line.
    pub threshold: ThresholdLine,
    /// A switch under which the line means nothing.
    pub nullified: Option<Nullified>,
}

/// A number that the reader may change.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "a parameter")]
pub struct Parameter {
    /// Names the parameter.
    pub id: PartId,
    /// What it is.
    pub label: ShortText,
    /// What it counts.
    pub unit: Unit,
    /// The least the reader may set.
    pub min: Quantity,
    /// The most the reader may set.
    pub max: Quantity,
    /// From one setting to the next.
    pub step: Quantity,
    /// Its value at first.
    pub default: Quantity,
    /// How well the default is known.
    pub status: Status,
    /// Where the default comes from.
    pub source: Option<Source>,
    /// What else a reader should know of it.
    pub note: Option<Text>,
}

/// The line that something may cross.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "a threshold")]
pub struct ThresholdLine {
    /// Its name beside the chart; a few words.
    pub label: ShortText,
    /// Where it lies, in the model's unit.
    pub value: Quantity,
    /// What happens when it is crossed, in a sentence.
    pub crossed: Text,
    /// How well it is known.
    pub status: Status,
    /// Where it comes from.
    pub source: Option<Source>,
    /// What else a reader should know of it.
    pub note: Option<Text>,
}

/// A switch under which the line means nothing.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "a switch")]
pub struct Nullified {
    /// What the reader supposes.
    pub label: ShortText,
    /// What then is the case, in a sentence.
    pub text: Text,
    /// How well it is known.
    pub status: Status,
    /// Where it comes from.
    pub source: Option<Source>,
}

/// The amount of one year.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "a year's amount")]
pub struct YearAmount {
    /// The year.
    pub year: Year,
    /// The amount, in the model's unit.
    pub value: Quantity,
}

/// The same amount more each year.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "a linear projection")]
pub struct Linear {
    /// The parameter for the first year's amount.
    pub start: PartId,
    /// The parameter for what is added each year.
    pub change: PartId,
}

/// The same share more each year.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "a compound projection")]
pub struct Compound {
    /// The parameter for the first year's amount.
    pub start: PartId,
    /// The parameter for the yearly growth, in percent.
    pub rate: PartId,
}

/// Growth that levels off.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "a logistic projection")]
pub struct Logistic {
    /// The parameter for the first year's amount, above zero.
    pub start: PartId,
    /// The parameter for the yearly growth at first, in percent.
    pub rate: PartId,
    /// The parameter for the amount that is never passed.
    pub ceiling: PartId,
}

/// Given amounts, with straight lines between them.
#[derive(Clone, Debug, PartialEq, FromObject)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields))]
#[json(expected = "a piecewise projection")]
pub struct Piecewise {
    /// The amounts, by year, in order.
    #[cfg_attr(feature = "schema", schemars(extend("maxItems" = explainer_story::limits::MAX_ROWS)))]
    pub points: NonEmpty<YearAmount>,
    /// The parameter that says how much more all of them are, in percent: at 0 they are as given.
    pub factor: PartId,
}

/// How the numbers make each year's amount.
#[derive(Clone, Debug, PartialEq)]
pub enum Projection {
    /// `start + n * change` in the n-th year after the first.
    Linear(Linear),
    /// `start * (1 + rate)^n`.
    Compound(Compound),
    /// `ceiling / (1 + (ceiling / start - 1) * (1 + rate)^-n)`: the logistic function, whose growth
    /// is compound while the amount is small. Never above `ceiling`, even where `start` is.
    Logistic(Logistic),
    /// Straight between the points, before the first and after the last as there; then `1 + factor`
    /// times that.
    Piecewise(Piecewise),
}

/// How the years are counted against the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename_all = "kebab-case"))]
pub enum Counting {
    /// All years so far, added up.
    Cumulative,
    /// Each year by itself.
    PerPeriod,
}

/// A year of the Gregorian calendar, 1 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Year(u16);

impl Year {
    /// Returns the year as a number.
    pub fn get(self) -> u16 {
        self.0
    }
}

impl Counting {
    /// Returns the word for it in JSON and in addresses.
    pub fn word(self) -> &'static str {
        match self {
            Self::Cumulative => "cumulative",
            Self::PerPeriod => "per-period",
        }
    }
}

impl Threshold {
    /// Returns a parameter.
    pub fn parameter(&self, id: &PartId) -> Option<&Parameter> {
        self.parameters.iter().find(|parameter| parameter.id == *id)
    }
}

impl FromJson for Projection {
    const EXPECTED: &'static str = "a projection";

    fn from_json(value: &JsonValue, reader: &mut Reader) -> Option<Self> {
        let object = reader.object(value)?;
        let kind = Text::from_field(object, "kind", reader)?;
        match kind.as_str() {
            "linear" => read_of_kind(object, reader).map(Self::Linear),
            "compound" => read_of_kind(object, reader).map(Self::Compound),
            "logistic" => read_of_kind(object, reader).map(Self::Logistic),
            "piecewise" => read_of_kind(object, reader).map(Self::Piecewise),
            other => {
                let problem = ProblemKind::UnknownWord {
                    found: other.into(),
                    expected: "linear, compound, logistic or piecewise",
                };
                reader.report_in("kind", problem);
                None
            }
        }
    }
}

impl FromJson for Counting {
    const EXPECTED: &'static str = "cumulative or per-period";

    fn from_json(value: &JsonValue, reader: &mut Reader) -> Option<Self> {
        let words = [Self::Cumulative.word(), Self::PerPeriod.word()];
        Some(match reader.word(value, Self::EXPECTED, &words)? {
            0 => Self::Cumulative,
            _ => Self::PerPeriod,
        })
    }
}

impl FromJson for Year {
    const EXPECTED: &'static str = "a year from 1 to 9999";

    fn from_json(value: &JsonValue, reader: &mut Reader) -> Option<Self> {
        let number = reader.number(value, Self::EXPECTED)?;
        let is_year = number.trunc() == number && (1.0..=9999.0).contains(&number);
        let year = is_year.then_some(Self(number as u16));
        reader.accept(year.ok_or(ProblemKind::BadYear))
    }
}

#[cfg(feature = "schema")]
mod schema {
    use std::borrow::Cow;

    use explainer_story::schema::of_kind;
    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

    use super::{Compound, Linear, Logistic, Piecewise, Projection, Year};

    impl JsonSchema for Projection {
        fn schema_name() -> Cow<'static, str> {
            "Projection".into()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            json_schema!({ "anyOf": [
                of_kind::<Linear>(generator, "linear"),
                of_kind::<Compound>(generator, "compound"),
                of_kind::<Logistic>(generator, "logistic"),
                of_kind::<Piecewise>(generator, "piecewise"),
            ]})
        }
    }

    impl JsonSchema for Year {
        fn schema_name() -> Cow<'static, str> {
            "Year".into()
        }

        fn json_schema(_generator: &mut SchemaGenerator) -> Schema {
            json_schema!({ "type": "integer", "minimum": 1, "maximum": 9999 })
        }
    }
}
