// The layout of every kind of chart over random settings: no two labels touch, no line goes through one, and
// nothing is outside its box, whatever the width, the language, the direction and the size of text.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { after, before, test } from "node:test";
import * as esbuild from "esbuild";
import { drawingsOf, story } from "../support/drawings.mjs";
import { launch } from "../support/site.mjs";
import { path } from "../support/tools.mjs";

/** Drawings that are on the page at a time. */
const AT_A_TIME = 250;

let browser, css;
before(async () => {
  browser = await launch();
  const entryPoints = [path("crates/view/src/explainer-player.css")];
  const { outputFiles } = await esbuild.build({ entryPoints, bundle: true, write: false });
  css = outputFiles[0].text;
});
after(() => browser.close());

/** Returns the markup of drawings, as the same code writes it natively; see crates/view/examples/charts.rs. */
const draw = (drawings) =>
  new Promise((resolve, reject) => {
    const program = execFile(path("target/debug/examples/charts"), { maxBuffer: 1 << 30 }, (error, written) =>
      error
        ? reject(error)
        : resolve(
            written
              .trim()
              .split("\n")
              .map((line) => JSON.parse(line)),
          ),
    );
    program.stdin.end(JSON.stringify({ story, drawings }));
  });

/** Shows drawings and returns what is wrong with them. Runs in the page. */
function measure(drawings) {
  const main = document.querySelector("main");
  main.replaceChildren();
  const boxes = drawings.map(({ markup, box, lang, dir }) => {
    const holder = document.createElement("div");
    Object.assign(holder, { lang, dir, className: "explainer-play" });
    holder.style.width = `${box}px`;
    holder.setHTMLUnsafe(`<div class="explainer-drawing">${markup}</div>`);
    main.append(holder);
    return holder;
  });

  /** The part of a line's height that has ink: a font's line is higher than its letters. */
  const INK = 0.62;
  const inked = ({ left, right, top, bottom }, words) => {
    const margin = ((bottom - top) * (1 - INK)) / 2;
    return { left, right, top: top + margin, bottom: bottom - margin, words };
  };
  const touch = (one, other) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > 0.5 &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 0.5;

  const textsOf = (root) => {
    const texts = [];
    const range = document.createRange();
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.data.trim()) continue;
      // For screen readers alone.
      if (getComputedStyle(node.parentElement).clipPath !== "none") continue;
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) if (box.width > 0.5) texts.push(inked(box, node.data));
    }
    return texts;
  };
  const LINES = ".explainer-grid, .explainer-zero, .explainer-limit, .explainer-today, .explainer-now, .explainer-mark";
  const SHAPES = `:is(${LINES}, .explainer-bar, .explainer-amount, .explainer-columns):is(line, rect, path), .explainer-branch`;
  const shapesOf = (root) =>
    [...root.querySelectorAll(SHAPES)].flatMap((shape) => {
      const { left, right, top, bottom, width, height } = shape.getBoundingClientRect();
      if (!width && !height) return [];
      const half = width && height ? 0 : 0.5;
      const words = shape.getAttribute("class");
      return [{ left: left - half, right: right + half, top: top - half, bottom: bottom + half, words }];
    });

  return boxes.flatMap((holder, index) => {
    const texts = textsOf(holder);
    const shapes = shapesOf(holder);
    const box = holder.getBoundingClientRect();
    const faults = [];
    texts.forEach((text, at) => {
      for (const other of texts.slice(at + 1))
        if (touch(text, other)) faults.push(`"${text.words}" on "${other.words}"`);
      for (const shape of shapes) if (touch(text, shape)) faults.push(`"${text.words}" on ${shape.words}`);
    });
    for (const part of [...texts, ...shapes]) {
      const isOutside = part.left < box.left - 1 || part.right > box.right + 1 || part.top < box.top - 1;
      if (isOutside || part.bottom > box.bottom + 1) faults.push(`"${part.words}" outside`);
    }
    return faults.length ? [{ index, faults: faults.slice(0, 3), texts: texts.length }] : [];
  });
}

for (const kind of ["threshold", "timeline", "decision", "comparison", "participants"]) {
  for (const [scale, count] of [
    [1, 400],
    [2, 100],
  ]) {
    test(`labels_of_a_${kind}_are_apart_and_within_it_with_text_of_${scale * 100}_percent`, async () => {
      const drawings = drawingsOf(kind, scale, count);
      const markups = await draw(drawings);
      assert.equal(markups.length, drawings.length);
      const page = await browser.newPage({ viewport: { width: 1100, height: 800 } });
      await page.setContent(
        `<!doctype html><style>:root { font-size: ${scale * 100}% }</style><style>${css}</style><main></main>`,
      );
      const faults = [];
      for (let from = 0; from < drawings.length; from += AT_A_TIME) {
        const part = drawings.slice(from, from + AT_A_TIME);
        const shown = part.map((drawing, at) => ({ ...drawing, markup: markups[from + at] }));
        for (const fault of await page.evaluate(measure, shown)) faults.push({ ...part[fault.index], ...fault });
      }
      await page.close();
      assert.deepEqual(faults.slice(0, 6), [], `${faults.length} of ${drawings.length} drawings`);
    });
  }
}
