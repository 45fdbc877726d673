//! How much a story may hold. Beyond a limit a story is refused with a problem, never cut short
//! in silence.

/// Bytes of JSON text.
pub const MAX_BYTES: usize = 8 * 1024 * 1024;
/// JSON values of any kind in one story.
pub const MAX_VALUES: usize = 500_000;
/// Lists and objects inside one another.
pub const MAX_DEPTH: usize = 32;
/// Characters in one text.
pub const MAX_TEXT: usize = 20_000;
/// Characters in a term's short definition: what fits on a phone without scrolling.
pub const MAX_SHORT: usize = 160;
/// Characters in an id.
pub const MAX_ID: usize = 64;
/// Characters in an address; the length browsers and servers agree on.
pub const MAX_URL: usize = 2_048;
/// Choices that one state of a decision model may offer.
pub const MAX_CHOICES: usize = 8;
/// States under one set of rules of a decision model.
pub const MAX_STATES: usize = 40;
/// Steps in one walk through a decision model; only a walk in circles has more.
pub const MAX_STEPS: usize = 60;
/// Parameters of a threshold model.
pub const MAX_PARAMETERS: usize = 12;
/// Years that a threshold model may look at.
pub const MAX_YEARS: i64 = 100;
/// Yearly growth in a threshold model, in percent.
pub const MAX_RATE: i64 = 1_000;
/// Lanes, groups, amounts or sets of rules of a mini-model.
pub const MAX_LANES: usize = 12;
/// Rows, entries, members or points of a mini-model.
pub const MAX_ROWS: usize = 100;
/// Problems listed; the rest are counted.
pub const MAX_PROBLEMS: usize = 100;
