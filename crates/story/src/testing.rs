//! Counts the comparisons of ids, for tests that double a story and look at how the work grows.

use std::cell::Cell;

thread_local! {
    static COMPARISONS: Cell<u64> = const { Cell::new(0) };
}

pub(crate) fn count_comparison() {
    COMPARISONS.set(COMPARISONS.get() + 1);
}

/// Returns how many ids this thread compares while `work` runs.
pub fn comparisons(work: impl FnOnce()) -> u64 {
    let before = COMPARISONS.get();
    work();
    COMPARISONS.get() - before
}
