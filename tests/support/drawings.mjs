// Models for the layout check, and random settings of them. The same seed gives the same drawings.
import { readFileSync } from "node:fs";
import { path, STORY } from "./tools.mjs";

const LANGUAGES = ["en", "de", "fr", "es", "ar"];
export const WIDTHS = [320, 360, 540, 700, 1000];

/** Returns a function that gives numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomOf(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const bundled = JSON.parse(readFileSync(STORY, "utf8"));
const small = Object.values(JSON.parse(readFileSync(path("tests/browser/models.json"), "utf8")));
const find = (id) => structuredClone(bundled.models.find((model) => model.id === id));
const LONG = "A label that is longer than an editor would write it, and has Donaudampfschifffahrtsgesellschaft in it";

/** The bundled threshold with other units, amounts and lines. */
function thresholds() {
  const changes = [
    { id: "t-percent", unit: "percent", counting: ["per-period"] },
    { id: "t-words", unit: "data centers", measure: LONG },
    { id: "t-trillions", unit: "EUR trillion" },
    { id: "t-below-zero", unit: "EUR", threshold: { ...find("agi-trigger").threshold, value: -40, label: LONG } },
    { id: "t-at-once", threshold: { ...find("agi-trigger").threshold, value: 1 } },
  ];
  return changes.map((change) => {
    const model = { ...find("agi-trigger"), ...change };
    model.parameters[0].unit = model.unit;
    return model;
  });
}

/** Timelines of a month, of a few months, and of many years. */
function timelines() {
  const entry = (id, when, label = id) => ({ id, lane: "lane", label, when });
  const lanes = [{ id: "lane", label: LONG }];
  const base = { kind: "timeline", title: "Times", fallback: "In words.", lanes };
  return [
    { ...base, id: "one-month", entries: [entry("a", "2026-05"), entry("b", "2026-05-04", LONG)] },
    {
      ...base,
      id: "few-months",
      entries: [entry("a", "2026-03"), entry("b", { from: "2026-04-02", until: "2026-06" })],
    },
    {
      ...base,
      id: "centuries",
      entries: [entry("a", "1826"), entry("b", { from: "1900", until: "2026-12-31" }, LONG)],
    },
  ];
}

/** A decision whose states lead on for long, and comparisons and sizes with long words. */
function others() {
  /** @type {Record<string, unknown>[]} */
  const states = Array.from({ length: 9 }, (_, at) => {
    const choices = [{ id: "on", label: LONG, to: at < 8 ? `s${at + 1}` : "end" }];
    if (at) choices.push({ id: "back", label: "Back", to: "s0" });
    return { id: `s${at}`, label: at % 2 ? LONG : "State", text: "A state.", choices };
  });
  states.push({ id: "end", label: "The end", text: "The end.", outcome: true });
  const rules = [{ label: LONG, start: "s0", states }];
  const comparison = find("what-changed");
  for (const [at, row] of comparison.rows.entries()) if (at % 2) row.label = LONG;
  const sizes = find("stargate-size");
  for (const amount of sizes.amounts) Object.assign(amount, { label: LONG, value: amount.value * 123.4 });
  return [
    { id: "deep", kind: "decision", title: "Deep", fallback: "In words.", rules },
    { ...comparison, id: "long-rows", before: LONG },
    { ...sizes, id: "long-sizes", unit: "data centers" },
  ];
}

/** A story with all models that are drawn. */
export const story = {
  schemaVersion: 1,
  id: "drawings",
  lang: "en",
  headline: "Drawings",
  sections: [{ id: "lead", heading: "Lead", blocks: ["Words."] }],
  models: [...bundled.models, ...small, ...thresholds(), ...timelines(), ...others()],
};

/** Returns a random scenario of a model. */
function scenarioOf(model, random) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  switch (model.kind) {
    case "threshold": {
      const values = model.parameters.map(
        ({ id, min, max }) => `${id}=${(min + random() ** 2 * (max - min)).toFixed(3)}`,
      );
      if (random() < 0.1) values.push("nullified=yes");
      return [...values, `counting=${pick(model.counting)}`].join("&");
    }
    case "timeline":
      return `month=${String(1820 + Math.floor(random() * 215))}-${String(1 + Math.floor(random() * 12)).padStart(2, "0")}`;
    case "comparison":
      return `show=${pick(["all", "ended", "new", "stays", "may-change"])}`;
    case "participants":
      return `against=${pick(model.amounts.slice(1))?.id}`;
    default: {
      const { start, states } = model.rules[0];
      const path = [];
      for (let at = start, steps = Math.floor(random() * 9); steps > 0; steps -= 1) {
        const choice = pick(states.find(({ id }) => id === at).choices ?? []);
        if (!choice) break;
        path.push(choice.id);
        at = choice.to;
      }
      return path.length ? `path=${path.join(".")}` : "";
    }
  }
}

/**
 * Returns drawings of a kind: so many random settings, each at every width, in a language and a direction.
 * `scale` is how large the reader's text is.
 */
export function drawingsOf(kind, scale, count) {
  const random = randomOf(kind.length * 1000 + scale);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const models = story.models.filter((model) => model.kind === kind);
  return Array.from({ length: count }, () => {
    const model = pick(models);
    const scenario = scenarioOf(model, random);
    return WIDTHS.map((box) => {
      const lang = pick(LANGUAGES);
      const dir = random() < 0.8 === (lang === "ar") ? "rtl" : "ltr";
      const width = Math.min(1000, Math.max(160, box / scale));
      return { model: model.id, scenario, lang, dir, width, box };
    });
  }).flat();
}
