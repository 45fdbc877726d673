use crate::parts::{Unsound, refer, unique};
use crate::read::{FromRaw, NonEmpty, record};
use crate::reader::Reader;
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

    pub(crate) fn check(&self, reader: &mut Reader) {
        if !reader.at_most("parameters", self.parameters.len(), limits::MAX_PARAMETERS) {
            return;
        }
        let ids: Vec<&PartId> = self.parameters.iter().map(|it| &it.id).collect();
        unique(reader, "parameters", &ids);
        reader.in_each("parameters", &self.parameters, |reader, parameter| {
            parameter.check(reader);
        });
        self.check_counting(reader);
        self.check_role(reader, "horizon", &self.horizon, &HORIZON);
        reader.in_field("projection", |reader| match &self.projection {
            Projection::Linear(linear) => {
                self.check_role(reader, "start", &linear.start, &AMOUNT);
                self.check_role(reader, "change", &linear.change, &AMOUNT);
            }
            Projection::Compound(compound) => {
                self.check_role(reader, "start", &compound.start, &AMOUNT);
                self.check_role(reader, "rate", &compound.rate, &RATE);
            }
            Projection::Logistic(logistic) => {
                self.check_role(reader, "start", &logistic.start, &POSITIVE_AMOUNT);
                self.check_role(reader, "rate", &logistic.rate, &RATE);
                self.check_role(reader, "ceiling", &logistic.ceiling, &POSITIVE_AMOUNT);
            }
            Projection::Piecewise(piecewise) => {
                self.check_role(reader, "factor", &piecewise.factor, &RATE);
                piecewise.check(reader);
            }
        });
    }

    fn check_counting(&self, reader: &mut Reader) {
        let mut ways = self.counting.iter().enumerate();
        if ways.any(|(place, way)| self.counting.iter().take(place).any(|other| other == way)) {
            let found = "one way of counting stands twice".into();
            let (expected, mend) = ("each way once", "take one out");
            reader.report_in(
                "counting",
                Fault::Unsound {
                    found,
                    expected,
                    mend,
                },
            );
        }
    }

    fn check_role(&self, reader: &mut Reader, field: &'static str, id: &PartId, role: &Role) {
        let ids: Vec<&PartId> = self.parameters.iter().map(|it| &it.id).collect();
        if refer(reader, field, "parameter", id, &ids)
            && let Some(parameter) = self.parameter(id)
            && !(role.fits)(parameter, &self.unit)
        {
            let found = ["the parameter \"", id.as_str(), "\" cannot be the ", field].concat();
            let Role { expected, mend, .. } = *role;
            reader.report_in(
                field,
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
struct Role {
    fits: fn(&Parameter, &Unit) -> bool,
    expected: &'static str,
    mend: &'static str,
}

const HORIZON: Role = Role {
    fits: |parameter, _| {
        let Parameter { min, max, step, .. } = parameter;
        let years = Quantity::whole(1)..=Quantity::whole(limits::MAX_YEARS);
        parameter.unit == Unit::Years
            && years.contains(min)
            && years.contains(max)
            && min.is_whole()
            && step.is_whole()
    },
    expected: "whole years from 1 to 100",
    mend: "give it the unit years and whole numbers",
};
const AMOUNT: Role = Role {
    fits: |parameter, unit| parameter.unit == *unit,
    expected: "the model's own unit",
    mend: "give it the unit of the model",
};
const POSITIVE_AMOUNT: Role = Role {
    fits: |parameter, unit| parameter.unit == *unit && parameter.min > Quantity::ZERO,
    expected: "amounts above zero in the model's own unit",
    mend: "change its unit or its min",
};
const RATE: Role = Role {
    fits: |parameter, _| {
        parameter.unit == Unit::Percent
            && parameter.min > Quantity::whole(-100)
            && parameter.max <= Quantity::whole(limits::MAX_RATE)
    },
    expected: "percent above -100, at most 1000",
    mend: "give it the unit percent, or change min and max",
};

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
        let unsound = if RESERVED.contains(&id.as_str()) {
            &Unsound {
                found: "has a name kept for the widget's own settings",
                expected: "another id",
                mend: "rename it",
            }
        } else if range <= 0 {
            &Unsound {
                found: "has no range",
                expected: "a max above the min",
                mend: "change one of the two",
            }
        } else if step.micros() <= 0 || step.micros() > range {
            &Unsound {
                found: "has a step that leads nowhere",
                expected: "a step above zero, within the range",
                mend: "change the step",
            }
        } else if default < min || default > max {
            &Unsound {
                found: "has a default out of its range",
                expected: "a default from min to max",
                mend: "change the default",
            }
        } else if !is_on_step(default) || !is_on_step(max) {
            &Unsound {
                found: "has a default or a max between two steps",
                expected: "min plus whole steps",
                mend: "change default, max or step",
            }
        } else {
            return;
        };
        reader.report(unsound.of("parameter", id));
    }
}

impl Piecewise {
    fn check(&self, reader: &mut Reader) {
        reader.at_most("points", self.points.len(), limits::MAX_ROWS);
        if !self.points.is_sorted_by(|one, next| one.year < next.year) {
            let found = "the points are not in order".into();
            let (expected, mend) = ("each year once, the earliest first", "put them in order");
            reader.report_in(
                "points",
                Fault::Unsound {
                    found,
                    expected,
                    mend,
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
                reader.report_in("kind", Fault::UnknownWord { found, expected });
                reader.refuse_rest();
                Self::Linear(FromRaw::read(reader))
            }
        }
    }
}

impl FromRaw for Counting {
    fn read(reader: &mut Reader) -> Self {
        match reader.word("cumulative or per-period", &["cumulative", "per-period"]) {
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
