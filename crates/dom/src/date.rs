use js_sys::Date;

/// 1 January 1970, counted from 1 January of year 1 as day 1.
const UNIX_EPOCH: f64 = 719_163.0;
const DAY_MS: f64 = 86_400_000.0;
const MINUTE_MS: f64 = 60_000.0;

/// Returns today in the reader's own time zone, counted from 1 January of year 1 as day 1.
pub fn today() -> i32 {
    let now = Date::new_0();
    let local = now.get_time() - now.get_timezone_offset() * MINUTE_MS;
    ((local / DAY_MS).floor() + UNIX_EPOCH) as i32
}
