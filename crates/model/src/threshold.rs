use crate::parts::{refer, unique};
use crate::read::{FromRaw, NonEmpty, Reader, record};
use crate::{Fault, PartId, Quantity, ShortText, Source, Status, Text, Unit, limits};

record! {
    /// Something that grows towards a line, with numbers that the reader may change.
    "a threshold model" => pub struct Threshold {
        /// What is counted.
        pub measure: ShortText,
        /// What the counted numbers are in.
        pub unit: Unit,
        /// The first year.
        pub from: Year,
        /// The parameter that says how many years are looked at.
        pub horizon: PartId,
        /// The numbers that the reader may change.
        #[cfg_attr(feature = "schema", schemars(extend("maxItems" = limits::MAX_PARAMETERS)))]
        pub parameters: NonEmpty<Parameter>,
        /// How the numbers make each year's amount.
        pub projection: Projection,
        /// How the years are counted against the line. Where there are two ways, the reader
        /// chooses; the first is the default.
        #[cfg_attr(feature = "schema", schemars(extend("uniqueItems" = true)))]
        pub counting: NonEmpty<Counting>,
        /// The line.
        pub threshold: Line,
        /// A switch under which the line means nothing.
        pub nullified: Option<Nullified>,
    }
}

record! {
    /// A number that the reader may change.
    "a parameter" => pub struct Parameter {
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
        /// Where it stands at first.
        pub default: Quantity,
        /// How well the default is known.
        pub status: Status,
        /// Where the default comes from.
        pub source: Option<Source>,
        /// What else a reader should know of it.
        pub note: Option<Text>,
    }
}

record! {
    /// The line that something may cross.
    "a threshold" => pub struct Line {
        /// Its name beside the drawing; a few words.
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
}

record! {
    /// A switch under which the line means nothing.
    "a switch" => pub struct Nullified {
        /// What the reader supposes.
        pub label: ShortText,
        /// What then is the case, in a sentence.
        pub text: Text,
        /// How well it is known.
        pub status: Status,
        /// Where it comes from.
        pub source: Option<Source>,
    }
}

record! {
    /// The amount of one year.
    "a year's amount" => pub struct YearAmount {
        /// The year.
        pub year: Year,
        /// The amount, in the model's unit.
        pub value: Quantity,
    }
}

record! {
    /// The same amount more each year.
    "a linear projection" => pub struct Linear {
        /// The parameter for the first year's amount.
        pub start: PartId,
        /// The parameter for what is added each year.
        pub change: PartId,
    }
}

record! {
    /// The same share more each year.
    "a compound projection" => pub struct Compound {
        /// The parameter for the first year's amount.
        pub start: PartId,
        /// The parameter for the yearly growth, in percent.
        pub rate: PartId,
    }
}

record! {
    /// Growth that levels off.
    "a logistic projection" => pub struct Logistic {
        /// The parameter for the first year's amount, above zero.
        pub start: PartId,
        /// The parameter for the yearly growth at first, in percent.
        pub rate: PartId,
        /// The parameter for the amount that is never passed.
        pub ceiling: PartId,
    }
}

record! {
    /// Given amounts, with straight lines between them.
    "a piecewise projection" => pub struct Piecewise {
        /// The amounts, by year, in order.
        #[cfg_attr(feature = "schema", schemars(extend("maxItems" = limits::MAX_ROWS)))]
        pub points: NonEmpty<YearAmount>,
        /// The parameter that says how much more all of them are, in percent: at 0 they are as given.
        pub factor: PartId,
    }
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

/// Names that the widget's own settings have.
const RESERVED: [&str; 2] = ["counting", "nullified"];

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

    #[inline(never)]
    pub(crate) fn check(&self, reader: &mut Reader) {
        if !reader.at_most("parameters", self.parameters.len(), limits::MAX_PARAMETERS) {
            return;
        }
        unique(
            reader,
            "parameters",
            self.parameters.iter().map(|parameter| &parameter.id),
        );
        for (place, parameter) in self.parameters.iter().enumerate() {
            reader.in_field("parameters", |reader| {
                reader.in_index(place, |reader| parameter.check(reader));
            });
        }
        self.check_counting(reader);
        self.check_role(reader, "horizon", &self.horizon, Role::Horizon);
        reader.in_field("projection", |reader| match &self.projection {
            Projection::Linear(linear) => {
                self.check_role(reader, "start", &linear.start, Role::Amount);
                self.check_role(reader, "change", &linear.change, Role::Amount);
            }
            Projection::Compound(compound) => {
                self.check_role(reader, "start", &compound.start, Role::Amount);
                self.check_role(reader, "rate", &compound.rate, Role::Rate);
            }
            Projection::Logistic(logistic) => {
                self.check_role(reader, "start", &logistic.start, Role::PositiveAmount);
                self.check_role(reader, "rate", &logistic.rate, Role::Rate);
                self.check_role(reader, "ceiling", &logistic.ceiling, Role::PositiveAmount);
            }
            Projection::Piecewise(piecewise) => {
                self.check_role(reader, "factor", &piecewise.factor, Role::Rate);
                piecewise.check(reader);
            }
        });
    }

    fn check_counting(&self, reader: &mut Reader) {
        let mut ways = self.counting.iter().enumerate();
        if ways.any(|(place, way)| self.counting.iter().take(place).any(|other| other == way)) {
            let path = reader.path().field("counting");
            reader.report_at(
                path,
                Fault::Unsound {
                    found: "one way of counting stands twice".into(),
                    expected: "each way once",
                    mend: "take one out",
                },
            );
        }
    }

    fn check_role(&self, reader: &mut Reader, field: &'static str, id: &PartId, role: Role) {
        let ids: Vec<&PartId> = self
            .parameters
            .iter()
            .map(|parameter| &parameter.id)
            .collect();
        let path = reader.path().field(field);
        if !refer(reader, path.clone(), "parameter", id, &ids) {
            return;
        }
        let fits = self
            .parameter(id)
            .is_none_or(|parameter| role.fits(parameter, &self.unit));
        if !fits {
            let (expected, mend) = role.expected();
            let found = format!("the parameter \"{id}\" cannot be the {field}");
            reader.report_at(
                path,
                Fault::Unsound {
                    found,
                    expected,
                    mend,
                },
            );
        }
    }
}

/// What a projection needs a parameter for.
#[derive(Clone, Copy)]
enum Role {
    Horizon,
    Amount,
    PositiveAmount,
    Rate,
}

impl Role {
    fn fits(self, parameter: &Parameter, unit: &Unit) -> bool {
        let Parameter { min, max, step, .. } = parameter;
        match self {
            Self::Horizon => {
                let years = Quantity::whole(1)..=Quantity::whole(limits::MAX_YEARS);
                parameter.unit == Unit::Years
                    && years.contains(min)
                    && years.contains(max)
                    && min.is_whole()
                    && step.is_whole()
            }
            Self::Amount => parameter.unit == *unit,
            Self::PositiveAmount => parameter.unit == *unit && *min > Quantity::ZERO,
            Self::Rate => {
                parameter.unit == Unit::Percent
                    && *min > Quantity::whole(-100)
                    && *max <= Quantity::whole(limits::MAX_RATE)
            }
        }
    }

    fn expected(self) -> (&'static str, &'static str) {
        match self {
            Self::Horizon => (
                "whole years from 1 to 100",
                "give it the unit years and whole numbers",
            ),
            Self::Amount => ("the model's own unit", "give it the unit of the model"),
            Self::PositiveAmount => (
                "amounts above zero in the model's own unit",
                "change its unit or its min",
            ),
            Self::Rate => (
                "percent above -100, at most 1000",
                "give it the unit percent, or change min and max",
            ),
        }
    }
}

impl Parameter {
    fn check(&self, reader: &mut Reader) {
        let Self {
            id,
            min,
            max,
            step,
            default,
            ..
        } = self;
        let range = max.micros() - min.micros();
        let is_on_step = |value: &Quantity| {
            step.micros() > 0 && (value.micros() - min.micros()) % step.micros() == 0
        };
        let (found, expected, mend) = if RESERVED.contains(&id.as_str()) {
            (
                "has a name kept for the widget's own settings",
                "another id",
                "rename it",
            )
        } else if range <= 0 {
            (
                "has no range",
                "a max above the min",
                "change one of the two",
            )
        } else if step.micros() <= 0 || step.micros() > range {
            (
                "has a step that leads nowhere",
                "a step above zero, within the range",
                "change the step",
            )
        } else if default < min || default > max {
            (
                "has a default out of its range",
                "a default from min to max",
                "change the default",
            )
        } else if !is_on_step(default) || !is_on_step(max) {
            (
                "has a default or a max between two steps",
                "min plus whole steps",
                "change default, max or step",
            )
        } else {
            return;
        };
        let found = format!("the parameter \"{id}\" {found}");
        reader.report(Fault::Unsound {
            found,
            expected,
            mend,
        });
    }
}

impl Piecewise {
    fn check(&self, reader: &mut Reader) {
        reader.at_most("points", self.points.len(), limits::MAX_ROWS);
        let years = self.points.iter().map(|point| point.year);
        if !years
            .clone()
            .zip(years.skip(1))
            .all(|(one, next)| one < next)
        {
            let path = reader.path().field("points");
            reader.report_at(
                path,
                Fault::Unsound {
                    found: "the points are not in order".into(),
                    expected: "each year once, the earliest first",
                    mend: "put them in order",
                },
            );
        }
    }
}

impl FromRaw for Projection {
    fn read(reader: &mut Reader) -> Self {
        let kind = reader.kind("a projection");
        match kind.as_ref().map(Text::as_str) {
            // A kind that was refused leaves nothing to read.
            Some("linear") | None => Self::Linear(FromRaw::read(reader)),
            Some("compound") => Self::Compound(FromRaw::read(reader)),
            Some("logistic") => Self::Logistic(FromRaw::read(reader)),
            Some("piecewise") => Self::Piecewise(FromRaw::read(reader)),
            Some(other) => {
                let found = other.into();
                let expected = "linear, compound, logistic or piecewise";
                let fault = Fault::UnknownWord { found, expected };
                reader.in_field("kind", |reader| reader.report(fault));
                reader.refuse_rest();
                Self::Linear(FromRaw::read(reader))
            }
        }
    }
}

impl FromRaw for Counting {
    fn read(reader: &mut Reader) -> Self {
        let words = [Self::Cumulative, Self::PerPeriod].map(Self::word);
        match reader.word("cumulative or per-period", &words) {
            0 => Self::Cumulative,
            _ => Self::PerPeriod,
        }
    }
}

impl FromRaw for Year {
    fn read(reader: &mut Reader) -> Self {
        match reader.number("a year from 1 to 9999") {
            Some(number) if number.trunc() == number && (1.0..=9999.0).contains(&number) => {
                Self(number as u16)
            }
            Some(_) => {
                reader.refuse(Fault::BadYear);
                Self(1)
            }
            None => Self(1),
        }
    }
}
