// A story far longer than any newsroom's, and always the same.

export const SECTIONS = 1000;
const TERMS = 60;
const PARAGRAPHS = 4;
const MENTIONS_IN_ONE = 5;
export const MENTIONS = SECTIONS * PARAGRAPHS * MENTIONS_IN_ONE;

const WORDS =
  "the council said on Tuesday that a long expected agreement between both sides would hold through spring while rivals asked for more time and money to build what was promised under older rules".split(
    " ",
  );

/** Returns the story as the JSON that `explainer prerender` reads; its first and last sections are open. */
export function longStory() {
  let mention = 0;
  const words = (from, count) =>
    Array.from({ length: count }, (_, place) => WORDS[(from + place) % WORDS.length]).join(" ");
  const paragraph = (seed) => {
    const parts = Array.from({ length: MENTIONS_IN_ONE }, (_, place) => {
      mention += 1;
      const text = words(seed + mention, 8 + place);
      return [`${place > 0 ? " " : ""}${text} `, { term: `term-${mention % TERMS}` }];
    });
    return [...parts.flat(), ` ${words(seed, 6)}.`];
  };
  const numbers = (count) => Array.from({ length: count }, (_, number) => number);
  return {
    schemaVersion: 1,
    id: "long-story",
    lang: "en",
    byline: "Our correspondent",
    published: "2025-01-22",
    headline: "A very long story",
    standfirst: words(0, 30),
    summary: [0, 1, 2].map((number) => ({ text: words(number, 15), section: `section-${number}` })),
    sections: numbers(SECTIONS).map((number) => ({
      id: `section-${number}`,
      kicker: words(number, 2),
      heading: `${number + 1}: ${words(number * 3, 6)}`,
      gist: `${words(number * 5, 14)}.`,
      open: number === 0 || number === SECTIONS - 1,
      blocks: numbers(PARAGRAPHS).map((place) => paragraph(number * 7 + place)),
    })),
    terms: numbers(TERMS).map((number) => ({
      id: `term-${number}`,
      label: `${words(number, 2)} ${number}`,
      short: `${words(number * 2, 16)}.`,
      long: [`${words(number, 40)}.`, `${words(number * 3, 30)}.`],
    })),
  };
}
