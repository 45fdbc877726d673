// Figures as a reader of the terminal wants them: medians, Markdown tables, aims met and missed.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

const OUT = new URL("../target/bench/", import.meta.url);

/** Returns how many rounds to measure: the first word of the command line, or 9. */
export const rounds = () => Number(process.argv[2] ?? 9);

export function median(numbers) {
  const sorted = numbers.filter(Number.isFinite).sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return undefined;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Returns for each key of the runs the median over them. */
export function medians(runs) {
  const keys = [...new Set(runs.flatMap((run) => Object.keys(run)))];
  return Object.fromEntries(keys.map((key) => [key, median(runs.map((run) => run[key]))]));
}

/** Returns a Markdown table; the first column is words, the others are figures. */
export function table(head, rows) {
  const line = (cells) => `| ${cells.map((cell) => cell ?? "-").join(" | ")} |`;
  return [line(head), `|---|${"--:|".repeat(head.length - 1)}`, ...rows.map(line)].join("\n");
}

export const ms = (value) => (value === undefined ? undefined : Math.round(value).toString());
export const ratio = (value) => value.toFixed(2);
export const kilobytes = (value) => (value === undefined ? undefined : (value / 1000).toFixed(1));

/** Prints each aim with what was measured; returns whether all are met. */
export function judge(aims) {
  for (const { aim, isMet, measured } of aims) {
    console.log(`- ${isMet ? "met" : "MISSED"}: ${aim} (${measured})`);
  }
  return aims.every(({ isMet }) => isMet);
}

/** Writes what was measured to target/bench, with the aims and by what it was measured. */
export function keep(name, browser, figures) {
  mkdirSync(OUT, { recursive: true });
  const measured = { rounds: rounds(), day: new Date().toISOString().slice(0, 10), browser: browser.version() };
  writeFileSync(new URL(`${name}.json`, OUT), `${JSON.stringify({ measured, ...figures }, null, 2)}\n`);
}

/** Returns the same again. */
export function kept(name) {
  try {
    return JSON.parse(readFileSync(new URL(`${name}.json`, OUT), "utf8"));
  } catch (error) {
    throw new Error(`no figures: first run \`cargo xtask bench ${name}\``, { cause: error });
  }
}
