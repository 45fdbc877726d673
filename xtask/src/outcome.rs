//! Runs a test program, and reads how many tests passed and failed.
//!
//! Cargo's test runner, wasm-bindgen's and Node's tell that in words only: libtest's JSON is not stable,
//! and cargo-nextest runs neither wasm-bindgen's tests nor doc tests.

use std::process::Command;

use anyhow::{Context, Result};

/// How many lines of a stream tell why a program died.
const LAST: usize = 25;

/// How many checks of a layer passed and failed.
#[derive(Default)]
pub struct Outcome {
    pub passed: usize,
    pub failed: usize,
    /// The end of what a program said that failed without counting a failure.
    pub tail: String,
}

impl Outcome {
    /// Returns what one check came to.
    pub fn of(is_sound: bool) -> Self {
        Self {
            passed: usize::from(is_sound),
            failed: usize::from(!is_sound),
            tail: String::new(),
        }
    }

    /// Returns the failure of a layer that could not be run.
    pub fn of_error(error: &anyhow::Error) -> Self {
        Self {
            tail: format!("{error:#}"),
            ..Self::of(false)
        }
    }

    pub fn add(&mut self, other: &Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.tail += &other.tail;
    }
}

/// What a program said until it ended.
pub struct Said {
    pub out: String,
    pub err: String,
    pub is_success: bool,
}

impl Said {
    /// Runs a program to its end and says again what it says.
    ///
    /// # Errors
    /// Where it cannot start.
    pub fn by(program: &mut Command) -> Result<Self> {
        let output = program
            .output()
            .context("a test program could not be started")?;
        let said = Self {
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
            is_success: output.status.success(),
        };
        print!("{}{}", said.out, said.err);
        Ok(said)
    }

    /// Returns what was counted: `passed` and `failed` are the words before or after the numbers.
    pub fn outcome(&self, passed: &str, failed: &str) -> Outcome {
        let mut outcome = Outcome {
            passed: self.count(passed),
            failed: self.count(failed),
            tail: String::new(),
        };
        // A program that died has failed, whatever it had counted, and so has one that ran nothing.
        let is_over = self.is_success && outcome.passed > 0;
        if outcome.failed == 0 && !is_over {
            outcome.failed = 1;
            outcome.tail = self.tail();
        }
        outcome
    }

    /// Adds up the numbers beside a word: `3 passed;` of Cargo and `pass 3` of Node.
    fn count(&self, word: &str) -> usize {
        let lines = self.out.lines().chain(self.err.lines());
        let summaries =
            lines.filter(|line| line.starts_with("test result:") || line.starts_with("ℹ "));
        let beside = |line: &str| -> Option<usize> {
            let words: Vec<&str> = line.split([' ', ';']).collect();
            let at = words.iter().position(|found| *found == word)?;
            let number = |at: usize| words.get(at).and_then(|word| word.parse().ok());
            number(at.wrapping_sub(1)).or_else(|| number(at + 1))
        };
        summaries.filter_map(beside).sum()
    }

    /// Returns what a program that counts nothing came to.
    pub fn outcome_of_one(&self) -> Outcome {
        let mut outcome = Outcome::of(self.is_success);
        if !self.is_success {
            outcome.tail = self.tail();
        }
        outcome
    }

    fn tail(&self) -> String {
        [last(&self.out), last(&self.err)].concat()
    }

    /// Returns whether a browser's tests never began, since its driver or the browser itself did
    /// not come up.
    pub fn is_without_browser(&self) -> bool {
        // Of a driver that was there to no end, wasm-bindgen's runner tells the status. What the
        // page itself says comes before that.
        let Some((before, _)) = self.out.split_once("driver status: ") else {
            return false;
        };
        let has_page = ["Loading ", "running ", "test ", "Failed to detect "];
        !before
            .lines()
            .any(|line| has_page.iter().any(|begins| line.starts_with(begins)))
    }
}

/// Returns the last lines of a stream.
fn last(words: &str) -> String {
    let lines: Vec<&str> = words.lines().collect();
    let (_, last) = lines.split_at(lines.len().saturating_sub(LAST));
    last.iter().map(|line| format!("{line}\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::{LAST, Said};

    const NO_PORT: &str = "driver status: signal: 9 (SIGKILL)\n";
    const NO_SESSION: &str = "Running headless tests in Chrome on `http://127.0.0.1:46851/`\n\
        Try find `webdriver.json` for configure browser's capabilities:\n\
        Not found\n\
        driver status: signal: 9 (SIGKILL)\n\
        driver stdout:\n    ChromeDriver was started successfully on port 46851.\n";
    const TOO_SLOW: &str = "Running headless tests in Chrome on `http://127.0.0.1:37417/`\n\
        Try find `webdriver.json` for configure browser's capabilities:\n\
        Not found\n\
        Loading Wasm module...\n\nrunning 60 tests\ntest corpus::every_case ... ok\n\
        Failed to detect test as having been run. It might have timed out.\n\
        driver status: signal: 9 (SIGKILL)\n";
    const NO_PAGE: &str = "Running headless tests in Chrome on `http://127.0.0.1:37417/`\n\
        Failed to detect test as having been run. It might have timed out.\n\
        driver status: signal: 9 (SIGKILL)\n";
    const FAILED: &str = "running 2 tests\ntest a ... FAIL\ntest b ... ok\n\
        test result: FAILED. 1 passed; 1 failed; 0 ignored\n";

    fn said(out: &str, err: &str, is_success: bool) -> Said {
        Said {
            out: out.into(),
            err: err.into(),
            is_success,
        }
    }

    #[track_caller]
    fn check(said: &Said, passed: usize, failed: usize, tail: &str) {
        let found = said.outcome("passed", "failed");
        assert_eq!(
            (found.passed, found.failed, &*found.tail),
            (passed, failed, tail)
        );
    }

    #[track_caller]
    fn check_start(out: &str, is_without_browser: bool) {
        let said = said(out, "Error: some tests failed\n", false);
        assert_eq!(said.is_without_browser(), is_without_browser);
    }

    #[test]
    fn counts_are_added_up() {
        let twice = "test result: ok. 3 passed; 0 failed\ntest result: ok. 4 passed; 0 failed\n";
        check(&said(twice, "", true), 7, 0, "");
        check(&said(FAILED, "", false), 1, 1, "");
    }

    #[test]
    fn a_program_that_dies_tells_its_tail() {
        check(&said("one\n", "two\n", false), 0, 1, "one\ntwo\n");
    }

    #[test]
    fn a_program_that_dies_after_it_has_counted_has_failed() {
        let out = "test result: ok. 3 passed; 0 failed\n";
        check(&said(out, "", false), 3, 1, out);
    }

    #[test]
    fn a_program_that_ran_nothing_has_failed() {
        check(&said("", "", true), 0, 1, "");
    }

    #[test]
    fn node_counts_too() {
        let out = "✔ a_page_loads (3 passed; 4 failed)\nℹ tests 5\nℹ pass 4\nℹ fail 1\n";
        let found = said(out, "", false).outcome("pass", "fail");
        assert_eq!((found.passed, found.failed), (4, 1));
    }

    #[test]
    fn of_each_stream_only_the_end_is_told_again() {
        let long: Vec<String> = (0..100).map(|line| format!("{line}\n")).collect();
        let (_, end) = long.split_at(long.len() - LAST);
        let end = ["why\n", &end.concat()].concat();
        check(&said("why\n", &long.concat(), false), 0, 1, &end);
    }

    #[test]
    fn a_driver_or_a_browser_that_does_not_come_up_has_run_no_test() {
        check_start(NO_PORT, true);
        check_start(NO_SESSION, true);
    }

    #[test]
    fn tests_that_began_failed_or_took_too_long_are_run_once() {
        check_start(TOO_SLOW, false);
        check_start(NO_PAGE, false);
        check_start(FAILED, false);
    }

    #[test]
    fn tests_that_do_not_compile_are_run_once() {
        check_start("", false);
    }
}
