use std::fmt;

use explainer_story::Quantity;

/// A position or length in a chart, in CSS pixels with one decimal; always finite.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Px(i32);

/// Furthest position, in pixels.
const FAR: f64 = 100_000.0;

impl Px {
    /// Returns the nearest position there is; 0 for what is no number.
    pub fn new(pixels: f64) -> Self {
        // A cast of NaN gives 0.
        Self((pixels.clamp(-FAR, FAR) * 10.0).round() as i32)
    }

    /// Returns the position in pixels.
    pub fn get(self) -> f64 {
        f64::from(self.0) / 10.0
    }

    /// Writes the position as SVG and CSS read it: `12.5`.
    pub fn text(self) -> String {
        Quantity::from_micros(i64::from(self.0) * 100_000).text()
    }
}

impl fmt::Display for Px {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

/// Maps numbers to positions. `start` may lie beyond `end`, as on an axis that goes up or, in a
/// language written from right to left, to the left.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// The number at `start`.
    pub from: i64,
    /// The number at `end`.
    pub to: i64,
    /// Where the scale begins, in pixels.
    pub start: f64,
    /// Where it ends, in pixels.
    pub end: f64,
}

impl Scale {
    /// Returns where a number lies; numbers beyond the ends lie at the ends.
    pub fn at(&self, number: i64) -> Px {
        let span = self.to as f64 - self.from as f64;
        let share = if span == 0.0 {
            0.0
        } else {
            (number as f64 - self.from as f64) / span
        };
        Px::new(self.start + share.clamp(0.0, 1.0) * (self.end - self.start))
    }
}

/// Returns round numbers from `from` to `to`: multiples of 1, 2 or 5 times a power of ten, `most` of
/// them at most (two at least), as near one another as that allows.
pub fn ticks(from: i64, to: i64, most: usize) -> Vec<i64> {
    let most = i64::try_from(most.max(2)).unwrap_or(i64::MAX);
    // Counts the multiples of the step from `from` to `to`.
    let fits = |step: i64| {
        let below = from.saturating_sub(1).div_euclid(step);
        to.div_euclid(step).saturating_sub(below) <= most
    };
    for power in 0..19 {
        for factor in [1, 2, 5] {
            let step = factor * 10_i64.pow(power);
            if fits(step) {
                return multiples(from, to, step);
            }
        }
    }
    vec![from]
}

/// Returns the ticks of an axis that begins and ends with one: like [`ticks`], from the round number
/// at or below `from` to that at or above `to`, with `most` equal distances at most (two at least).
pub fn axis(from: i64, to: i64, most: i64) -> Vec<i64> {
    for power in 0..19 {
        for factor in [1, 2, 5] {
            let step = factor * 10_i64.pow(power);
            let low = from.div_euclid(step);
            let high = to.saturating_add(step - 1).div_euclid(step).max(low + 1);
            if high - low <= most.max(2) {
                return (low..=high).map(|tick| tick.saturating_mul(step)).collect();
            }
        }
    }
    vec![from, to]
}

fn multiples(from: i64, to: i64, step: i64) -> Vec<i64> {
    let mut multiples = Vec::new();
    let mut next = Some(from.div_euclid(step).saturating_mul(step));
    while let Some(tick) = next
        && tick <= to
    {
        if tick >= from {
            multiples.push(tick);
        }
        next = tick.checked_add(step);
    }
    multiples
}

/// Returns about how wide a text of one line is at that font size, rather too wide than too narrow: no
/// font that pages usually have takes more, be it bold.
pub fn text_width(text: &str, font_size: f64) -> f64 {
    let width = |letter: char| match letter {
        // Chinese, Japanese and Korean letters are as wide as they are high.
        '\u{2e80}'.. => 1.05,
        'M' | 'W' | 'm' | 'w' | '%' | '@' => 1.0,
        ' ' | '\u{a0}' | '.' | ',' | 'i' | 'j' | 'l' | 'I' | '\'' => 0.38,
        _ => 0.7,
    };
    text.chars().map(width).sum::<f64>() * font_size
}

/// A line through points, as an SVG path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PathBuilder(String);

impl PathBuilder {
    /// Adds a closed outline through points.
    pub fn outline(&mut self, points: &[(f64, f64)]) {
        let mut letter = "M";
        for (x, y) in points {
            self.draw(letter, &[Px::new(*x), Px::new(*y)]);
            letter = "L";
        }
        self.0.push('Z');
    }

    /// Goes on to a point; begins there if it is the first.
    pub fn to(mut self, x: Px, y: Px) -> Self {
        let letter = if self.0.is_empty() { "M" } else { "L" };
        self.draw(letter, &[x, y]);
        self
    }

    fn draw(&mut self, letter: &str, numbers: &[Px]) {
        let mut before = letter;
        for number in numbers {
            self.0.push_str(before);
            self.0.push_str(&number.text());
            before = " ";
        }
    }

    /// Returns the path's data.
    pub fn data(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::{Px, Scale, axis, text_width, ticks};

    #[test]
    fn positions_are_written_with_one_decimal_at_most() {
        let check = |pixels: f64, text: &str| assert_eq!(Px::new(pixels).to_string(), text);
        check(0.04, "0");
        check(12.25, "12.3");
        check(-0.5, "-0.5");
        check(f64::NAN, "0");
        check(f64::INFINITY, "100000");
    }

    #[test]
    fn ticks_are_round_and_few() {
        let check = |from, to, most, expected: &[i64]| assert_eq!(ticks(from, to, most), expected);
        check(0, 100, 6, &[0, 20, 40, 60, 80, 100]);
        check(2025, 2034, 5, &[2026, 2028, 2030, 2032, 2034]);
        check(2025, 2026, 5, &[2025, 2026]);
        check(-7, 12, 5, &[-5, 0, 5, 10]);
        check(5, 5, 5, &[5]);
        check(0, 5, 6, &[0, 1, 2, 3, 4, 5]);
        check(
            -1_000_000_000_000_000_000,
            1_000_000_000_000_000_000,
            3,
            &[-1_000_000_000_000_000_000, 0, 1_000_000_000_000_000_000],
        );
    }

    #[test]
    fn an_axis_begins_and_ends_with_a_tick() {
        let check = |from, to, most, expected: &[i64]| assert_eq!(axis(from, to, most), expected);
        check(0, 200, 4, &[0, 50, 100, 150, 200]);
        check(0, 149, 4, &[0, 50, 100, 150]);
        check(-13, 0, 4, &[-15, -10, -5, 0]);
        check(0, 0, 4, &[0, 1]);
        check(
            0,
            2_000_000_000_000_000_000,
            2,
            &[0, 1_000_000_000_000_000_000, 2_000_000_000_000_000_000],
        );
    }

    #[test]
    fn a_text_is_about_as_wide_as_its_letters() {
        // In DejaVu Sans Bold, which is wider than most, a browser measures these.
        let check = |text: &str, measured: f64| {
            let width = text_width(text, 13.0);
            assert!(
                (measured..measured * 1.15).contains(&width),
                "{text}: {width}"
            );
        };
        check("$875 billion", 86.0);
        check("100 Milliarden $", 118.6);
        assert!(text_width("数据", 13.0) > 26.0);
    }

    #[test]
    fn a_scale_may_run_backwards() {
        let scale = Scale {
            from: 0,
            to: 10,
            start: 100.0,
            end: 0.0,
        };
        assert_eq!(scale.at(3), Px::new(70.0));
        assert_eq!(scale.at(11), Px::new(0.0));
        assert_eq!(Scale { to: 0, ..scale }.at(3), Px::new(100.0));
    }
}
