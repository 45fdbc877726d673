//! Makes valid mini-models of every kind, as JSON.

use super::dates::{date, first_day, written};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

/// Millionths in one.
pub const ONE: i64 = 1_000_000;
/// The largest amount, in millionths.
pub const MOST: i64 = 1_000_000_000_000 * ONE;

/// Any model of any kind.
pub fn any_model() -> impl Strategy<Value = Value> {
    prop_oneof![
        decision(),
        threshold(),
        timeline(),
        comparison(),
        participants()
    ]
}

/// Any decision model.
pub fn decision() -> impl Strategy<Value = Value> {
    prop::collection::vec(rules(), 1..4)
        .prop_map(|rules| model("decision", json!({ "rules": rules })))
}

/// Any threshold model.
pub fn threshold() -> impl Strategy<Value = Value> {
    prop_oneof![linear(), compound(), logistic(), piecewise()]
}

/// Any model with a linear projection.
pub fn linear() -> impl Strategy<Value = Value> {
    (amount("start", -MOST), amount("change", -MOST)).prop_flat_map(|(start, change)| {
        let projection = json!({ "kind": "linear", "start": "start", "change": "change" });
        projected(projection, vec![start, change])
    })
}

/// Any model with a compound projection.
pub fn compound() -> impl Strategy<Value = Value> {
    (amount("start", -MOST), rate("rate")).prop_flat_map(|(start, rate)| {
        let projection = json!({ "kind": "compound", "start": "start", "rate": "rate" });
        projected(projection, vec![start, rate])
    })
}

/// Any model with a logistic projection.
pub fn logistic() -> impl Strategy<Value = Value> {
    let amounts = (amount("start", 1), amount("ceiling", 1));
    (amounts, rate("rate")).prop_flat_map(|((start, ceiling), rate)| {
        let projection =
            json!({ "kind": "logistic", "start": "start", "rate": "rate", "ceiling": "ceiling" });
        projected(projection, vec![start, rate, ceiling])
    })
}

/// Any model with a piecewise projection.
pub fn piecewise() -> impl Strategy<Value = Value> {
    let points = prop::collection::btree_map(1_u16..=9999, quantity(-MOST, MOST), 1..6);
    let near = prop::collection::btree_map(2020_u16..2040, quantity(-MOST, MOST), 1..6);
    (prop_oneof![points, near], rate("factor")).prop_flat_map(|(points, factor)| {
        let point = |(year, value)| json!({ "year": year, "value": number(value) });
        let points: Vec<Value> = points.into_iter().map(point).collect();
        let projection = json!({ "kind": "piecewise", "points": points, "factor": "factor" });
        projected(projection, vec![factor])
    })
}

/// Any timeline model.
pub fn timeline() -> impl Strategy<Value = Value> {
    let when = prop_oneof![
        date().prop_map(|date| json!(written(date))),
        (date(), date()).prop_map(|(one, other)| {
            let (from, until) = if first_day(one) <= first_day(other) {
                (one, other)
            } else {
                (other, one)
            };
            json!({ "from": written(from), "until": written(until) })
        }),
    ];
    let entry = (0_usize..12, label(), when);
    (1_usize..=12, prop::collection::vec(entry, 1..20)).prop_map(|(lanes, entries)| {
        let lane = |lane| json!({ "id": format!("lane-{lane}"), "label": "A lane" });
        let entry = |(place, (lane, label, when)): (usize, (usize, String, Value))| {
            let lane = format!("lane-{}", lane % lanes);
            json!({ "id": format!("e{place}"), "lane": lane, "label": label, "when": when })
        };
        let entries: Vec<Value> = entries.into_iter().enumerate().map(entry).collect();
        let lanes: Vec<Value> = (0..lanes).map(lane).collect();
        model("timeline", json!({ "lanes": lanes, "entries": entries }))
    })
}

/// Any comparison model.
pub fn comparison() -> impl Strategy<Value = Value> {
    let state = select(vec!["ended", "new", "stays", "may-change"]);
    let rows = prop::collection::vec((label(), state), 1..20);
    rows.prop_map(|rows| {
        let row = |(place, (label, state)): (usize, (String, &str))| {
            json!({ "id": format!("row-{place}"), "label": label, "before": "This.",
                "after": "That.", "state": state })
        };
        let rows: Vec<Value> = rows.into_iter().enumerate().map(row).collect();
        model(
            "comparison",
            json!({ "before": "Before", "after": "After", "rows": rows }),
        )
    })
}

/// Any participants model.
pub fn participants() -> impl Strategy<Value = Value> {
    let amounts = prop::collection::vec((label(), quantity(1, MOST)), 1..=12);
    (prop::collection::vec(1_usize..5, 1..=12), amounts).prop_map(|(groups, amounts)| {
        let member = |place| json!({ "id": format!("m{place}"), "name": "A member" });
        let group = |(place, members): (usize, usize)| {
            let members: Vec<Value> = (0..members).map(member).collect();
            json!({ "id": format!("g{place}"), "label": "A group", "members": members })
        };
        let amount = |(place, (label, value)): (usize, (String, i64))| {
            json!({ "id": format!("a{place}"), "label": label, "value": number(value),
                "status": "reported" })
        };
        let groups: Vec<Value> = groups.into_iter().enumerate().map(group).collect();
        let amounts: Vec<Value> = amounts.into_iter().enumerate().map(amount).collect();
        let rest = json!({ "unit": "USD billion", "groups": groups, "amounts": amounts });
        model("participants", rest)
    })
}

/// A number of millionths as JSON writes it; exact where it has 15 digits at most.
pub fn number(micros: i64) -> Value {
    let (whole, rest) = (
        micros.unsigned_abs() / 1_000_000,
        micros.unsigned_abs() % 1_000_000,
    );
    let sign = if micros < 0 { "-" } else { "" };
    serde_json::from_str(&format!("{sign}{whole}.{rest:06}")).unwrap_or_default()
}

fn model(kind: &str, mut rest: Value) -> Value {
    rest["id"] = "model".into();
    rest["kind"] = kind.into();
    rest["title"] = "A model".into();
    rest["fallback"] = "The same in words.".into();
    rest
}

fn label() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z]{1,9}( [a-z]{1,9}){0,4}",
        Just("w".repeat(160)),
        Just("a ".repeat(80)),
        Just("拒绝权 <b>&\"\\\u{1}\u{2028}".into()),
    ]
}

/// Any set of rules with 1 to 40 states, more often with few.
fn rules() -> impl Strategy<Value = Value> {
    let sizes = prop_oneof![4 => 1_usize..9, 1 => 9_usize..=40];
    let dice = prop::collection::vec(any::<u16>(), 1..200);
    (sizes, label(), dice).prop_map(|(size, label, dice)| {
        let mut dice = dice.into_iter().cycle().map(usize::from);
        let mut roll = |sides: usize| dice.next().unwrap_or_default() % sides;
        let outcomes = 1 + roll((size - 1).clamp(1, 8));
        let inner = size - outcomes;
        let mut choices: Vec<Vec<usize>> = vec![Vec::new(); size];
        // Each state is reached from an earlier one that has room ...
        for to in 1..size {
            let earlier = inner.min(to);
            let wanted = roll(earlier.max(1));
            let from = (0..earlier)
                .map(|turn| (wanted + turn) % earlier)
                .find(|from| choices[*from].len() < 8);
            choices[from.unwrap_or_default()].push(to);
        }
        // ... and leads to a later one, so in the end to an outcome.
        for (from, ways) in choices.iter_mut().enumerate().take(inner) {
            if ways.is_empty() {
                ways.push(from + 1 + roll(size - from - 1));
            }
            for _ in 0..roll(4) {
                let to = roll(size);
                if ways.len() < 8 {
                    ways.push(to);
                }
            }
            let turn = roll(ways.len());
            ways.rotate_left(turn);
        }
        let state = |(place, ways): (usize, &Vec<usize>)| {
            let choice = |(slot, to): (usize, &usize)| {
                json!({ "id": format!("c{slot}"), "label": "Do it", "to": format!("s{to}") })
            };
            let ways: Vec<Value> = ways.iter().enumerate().map(choice).collect();
            let mut state = json!({ "id": format!("s{place}"), "label": label, "text": "So it is." });
            if place < inner {
                state["choices"] = ways.into();
            } else {
                state["outcome"] = true.into();
            }
            state
        };
        let mut states: Vec<Value> = choices.iter().enumerate().map(state).collect();
        states.rotate_left(roll(size));
        json!({ "label": "Rules", "start": "s0", "states": states })
    })
}

fn projected(projection: Value, parameters: Vec<Value>) -> impl Strategy<Value = Value> {
    let from = prop_oneof![Just(2025_u16), 1_u16..=9999];
    let countings = select(vec![
        json!(["cumulative"]),
        json!(["per-period"]),
        json!(["cumulative", "per-period"]),
        json!(["per-period", "cumulative"]),
    ]);
    let years = parameter("horizon", "years", ONE, 100 * ONE, ONE);
    (from, countings, years, quantity(-MOST, MOST), any::<bool>()).prop_map(
        move |(from, counting, years, line, nullified)| {
            let mut parameters = parameters.clone();
            parameters.push(years);
            let mut rest = json!({ "measure": "Profit", "unit": "USD billion", "from": from,
                "horizon": "horizon", "parameters": parameters, "projection": projection,
                "counting": counting, "threshold": { "label": "The line", "value": number(line),
                    "crossed": "It is crossed.", "status": "reported" } });
            if nullified {
                let switch =
                    json!({ "label": "No line", "text": "It is gone.", "status": "inferred" });
                rest["nullified"] = switch;
            }
            model("threshold", rest)
        },
    )
}

fn amount(id: &'static str, least: i64) -> BoxedStrategy<Value> {
    prop_oneof![
        parameter(id, "USD billion", least, MOST, 1),
        parameter(id, "USD billion", least.max(0), MOST, 1),
        parameter(id, "USD billion", least.max(-1000 * ONE), 1000 * ONE, 1),
    ]
    .boxed()
}

fn rate(id: &'static str) -> BoxedStrategy<Value> {
    prop_oneof![
        parameter(id, "percent", -100 * ONE + 1, 1000 * ONE, 1),
        parameter(id, "percent", 0, 100 * ONE, ONE / 2),
    ]
    .boxed()
}

/// A parameter between two amounts in millionths, all of whose numbers are multiples of some power
/// of ten, `grain` or more.
fn parameter(
    id: &'static str,
    unit: &'static str,
    low: i64,
    high: i64,
    grain: i64,
) -> BoxedStrategy<Value> {
    let powers = (0..=17).map(|power| 10_i64.pow(power));
    let grains = powers.filter(move |power| *power >= grain && (high - low) / power >= 2);
    let grain = select(grains.collect::<Vec<_>>());
    let numbers = grain.prop_flat_map(move |grain| {
        let (least, most) = (multiple(low, grain), high.div_euclid(grain).min(DIGITS));
        (Just(grain), least..most).prop_flat_map(move |(grain, min)| {
            let steps = prop_oneof![Just(1), 1..=(most - min).min(MOST / grain).min(DIGITS)];
            (Just((grain, min)), steps).prop_flat_map(move |((grain, min), step)| {
                let counts = 1..=((most - min) / step).min(1000);
                (Just((grain, min, step)), counts, any::<u16>())
            })
        })
    });
    let written = numbers.prop_map(move |((grain, min, step), count, place)| {
        let at = |steps: i64| number((min + step * steps) * grain);
        json!({ "id": id, "label": "A number", "unit": unit, "min": at(0), "max": at(count),
            "step": number(step * grain), "default": at(i64::from(place) % (count + 1)), "status": "illustrative" })
    });
    written.boxed()
}

/// The largest number with 15 digits, which JSON numbers tell apart.
const DIGITS: i64 = 999_999_999_999_999;

/// Returns the first multiple of `grain` from `low` on that has 15 digits at most, by its number.
fn multiple(low: i64, grain: i64) -> i64 {
    (low.div_euclid(grain) + i64::from(low.rem_euclid(grain) != 0)).max(-DIGITS)
}

/// Any amount between two, in millionths, with 15 digits at most.
fn quantity(low: i64, high: i64) -> BoxedStrategy<i64> {
    let grains: Vec<i64> = (0..=17).map(|power| 10_i64.pow(power)).collect();
    let amounts = select(grains).prop_flat_map(move |grain| {
        let numbers = multiple(low, grain)..=high.div_euclid(grain).min(DIGITS);
        numbers.prop_map(move |number| number * grain)
    });
    amounts.boxed()
}
