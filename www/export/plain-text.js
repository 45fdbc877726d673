/**
 * Returns text with white space as HTML shows it and without what XML cannot hold.
 *
 * @param {string} text
 */
export const plainText = (text) => text.replace(/[ \p{Cc}\p{Cs}\p{NChar}]+/gu, " ").replace(/^ | $/g, "");
