use explainer_story::json::Reader;
use explainer_story::{PartId, ProblemKind, Quantity, Unit, limits};

use crate::checks::{Inconsistent, check_each, check_length, check_reference, check_unique};

use super::data::{Parameter, Piecewise, Projection, Threshold};
use super::settings::Assumptions;

impl Threshold {
    pub(super) fn check(&self, reader: &mut Reader) {
        if !check_length(
            reader,
            "parameters",
            self.parameters.len(),
            limits::MAX_PARAMETERS,
        ) {
            return;
        }
        let ids: Vec<&PartId> = self.parameters.iter().map(|it| &it.id).collect();
        check_unique(reader, "parameters", &ids);
        check_each(
            reader,
            "parameters",
            &self.parameters,
            |reader, parameter| {
                parameter.check(reader);
            },
        );
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
        if ways.any(|(index, way)| self.counting.iter().take(index).any(|other| other == way)) {
            let problem = ProblemKind::UnsoundModel {
                found: "one way of counting is listed twice".into(),
                expected: "each way once",
                help: "take one out",
            };
            reader.report_in("counting", problem);
        }
    }

    fn check_role(&self, reader: &mut Reader, field: &'static str, id: &PartId, role: &Role) {
        let ids: Vec<&PartId> = self.parameters.iter().map(|it| &it.id).collect();
        if check_reference(reader, field, "parameter", id, &ids)
            && let Some(parameter) = self.parameter(id)
            && !(role.fits)(parameter, &self.unit)
        {
            let problem = ProblemKind::UnsoundModel {
                found: format!("the parameter \"{id}\" cannot be the {field}"),
                expected: role.expected,
                help: role.help,
            };
            reader.report_in(field, problem);
        }
    }
}

/// What a projection needs a parameter for.
struct Role {
    fits: fn(&Parameter, &Unit) -> bool,
    expected: &'static str,
    help: &'static str,
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
    help: "give it the unit years and whole numbers",
};
const AMOUNT: Role = Role {
    fits: |parameter, unit| parameter.unit == *unit,
    expected: "the model's own unit",
    help: "give it the unit of the model",
};
const POSITIVE_AMOUNT: Role = Role {
    fits: |parameter, unit| parameter.unit == *unit && parameter.min > Quantity::ZERO,
    expected: "amounts above zero in the model's own unit",
    help: "change its unit or its min",
};
const RATE: Role = Role {
    fits: |parameter, _| {
        parameter.unit == Unit::Percent
            && parameter.min > Quantity::whole(-100)
            && parameter.max <= Quantity::whole(limits::MAX_RATE)
    },
    expected: "percent above -100, at most 1000",
    help: "give it the unit percent, or change min and max",
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
        let problem = if Assumptions::RESERVED.contains(&id.as_str()) {
            &Inconsistent {
                found: "has a name kept for the widget's own settings",
                expected: "another id",
                help: "rename it",
            }
        } else if range <= 0 {
            &Inconsistent {
                found: "has no range",
                expected: "a max above the min",
                help: "change one of the two",
            }
        } else if step.micros() <= 0 || step.micros() > range {
            &Inconsistent {
                found: "has a step that leads nowhere",
                expected: "a step above zero, within the range",
                help: "change the step",
            }
        } else if default < min || default > max {
            &Inconsistent {
                found: "has a default out of its range",
                expected: "a default from min to max",
                help: "change the default",
            }
        } else if !is_on_step(default) || !is_on_step(max) {
            &Inconsistent {
                found: "has a default or a max between two steps",
                expected: "min plus whole steps",
                help: "change default, max or step",
            }
        } else {
            return;
        };
        reader.report(problem.of("parameter", id));
    }
}

impl Piecewise {
    fn check(&self, reader: &mut Reader) {
        check_length(reader, "points", self.points.len(), limits::MAX_ROWS);
        if !self.points.is_sorted_by(|one, next| one.year < next.year) {
            let problem = ProblemKind::UnsoundModel {
                found: "the points are not in order".into(),
                expected: "each year once, the earliest first",
                help: "put them in order",
            };
            reader.report_in("points", problem);
        }
    }
}
