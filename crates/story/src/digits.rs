/// Appends a whole number in decimal digits.
///
/// `to_string` and `write!` would do it, too, at the price of the whole formatting machinery in the
/// wasm.
pub(crate) fn push_number(text: &mut String, number: u64) {
    if number >= 10 {
        push_number(text, number / 10);
    }
    text.push(char::from(b'0' + (number % 10) as u8));
}
