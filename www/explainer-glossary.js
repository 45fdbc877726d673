// Terms that many stories share: fetched when an element names a file of them.

/** @typedef {{ id?: string, model?: string }} Entry */
/** @typedef {{ terms?: Entry[], models?: Entry[] }} Tables */

/**
 * Returns a story with the terms that it mentions and does not define, from a glossary: an object with a list
 * `terms`, and perhaps one of the `models` that they show. Terms mentioned in these come, too. As the native tool
 * does it: crates/cli/src/glossary.rs.
 *
 * @param {string} story JSON text; comes back as it is where it is no object.
 * @param {string} glossary JSON text.
 */
export function addTerms(story, glossary) {
  /** @type {Tables} */
  const fields = parse(story) ?? {};
  /** @type {Tables} */
  const shared = JSON.parse(glossary);
  if (!parse(story)) return story;
  const known = new Set(entries(fields.terms).map(({ id }) => id));
  const mentioned = mentions(fields);
  /** @type {Entry[]} */
  const added = [];
  // A term may mention others: until none comes any more.
  for (let before = -1; before !== added.length;) {
    before = added.length;
    for (const term of entries(shared.terms)) {
      if (!mentioned.has(term.id) || known.has(term.id)) continue;
      known.add(term.id);
      added.push(term);
      for (const id of mentions(term)) mentioned.add(id);
    }
  }
  const shown = new Set(added.map(({ model }) => model));
  const knownModels = new Set(entries(fields.models).map(({ id }) => id));
  const models = entries(shared.models).filter(({ id }) => id && shown.has(id) && !knownModels.has(id));
  if (added.length > 0 && isList(fields.terms)) fields.terms = [...entries(fields.terms), ...added];
  if (models.length > 0 && isList(fields.models)) fields.models = [...entries(fields.models), ...models];
  return JSON.stringify(fields);
}

/**
 * Returns the address of the glossary that a story names; an address in it begins at `base`.
 *
 * @param {string} story JSON text.
 * @param {URL} base
 */
export function glossaryOf(story, base) {
  const { glossary } = /** @type {{ glossary?: unknown }} */ (parse(story) ?? {});
  return typeof glossary === "string" ? new URL(glossary, base).href : null;
}

/** @param {unknown} table What is no list is left as it is: reading the story says what is wrong. */
const isList = (table) => table === undefined || Array.isArray(table);

/**
 * @param {Entry[] | undefined} table
 * @returns {Entry[]}
 */
const entries = (table) => (Array.isArray(table) ? table.filter((each) => typeof each === "object" && each) : []);

/**
 * Returns the object that a text has in JSON.
 *
 * @param {string} text
 */
function parse(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === "object" && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Returns the ids of the terms mentioned anywhere inside a value.
 *
 * @param {unknown} value
 * @param {Set<unknown>} [found]
 */
function mentions(value, found = new Set()) {
  if (typeof value !== "object" || value === null) return found;
  const { term } = /** @type {{ term?: unknown }} */ (value);
  if (typeof term === "string") found.add(term);
  for (const each of Object.values(value)) mentions(each, found);
  return found;
}
