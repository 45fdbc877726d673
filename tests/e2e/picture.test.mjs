// The pictures that an editor takes away from a model: its drawing, be it SVG or HTML, as SVG and PNG.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { openPage } from "../support/page.mjs";
import { launch, serve } from "../support/site.mjs";
import { path } from "../support/tools.mjs";

const STRICT =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
  "trusted-types 'none'; require-trusted-types-for 'script'";
const HOSTILE = `<script>hacked()</script> & ]]> "quoted" 'too' <!-- \u0000\u0008\u001b\ufffe\ud800 -->`;

const STYLE = `
:host { color-scheme: light dark; --accent: #d00000; }
figure { background: light-dark(rgb(250 248 240), rgb(16 20 32)); color: light-dark(#222, #eee); font: 16px "DejaVu Sans", sans-serif; margin: 0; }
svg { display: block; inline-size: 480px; }
text { fill: currentColor; font-size: 16px; stroke: #0ff; stroke-width: 0; }
.red { fill: var(--accent); }
.mixed { fill: color-mix(in oklab, var(--accent), blue); stroke: color-mix(in srgb, currentColor 50%, transparent); stroke-width: 4px; stroke-dasharray: 12 6; }
.faint { opacity: .5; }
.dot { fill: green; }
.halo { paint-order: stroke; stroke: light-dark(#fff, #000); stroke-width: 6px; stroke-linejoin: round; }
th { text-align: start; }`;

// What crates/view/src/models/svg.rs draws.
const DRAWING = `<svg viewBox="0 0 640 320" class="drawing" aria-hidden="true" data-kind="test">
<rect id="bar" class="red" x="20" y="20" width="200" height="100" data-id="a"/>
<rect class="mixed" x="20" y="140" width="200" height="100"/>
<rect class="faint" fill="#00f" x="300" y="20" width="100" height="100"/>
<circle class="dot" cx="480" cy="70" r="40"/>
<path d="M0 0h40v40h-40z" transform="translate(480 200)" fill="#fa0"/>
<line x1="20" y1="300" x2="620" y2="300" stroke="currentColor" stroke-width="2"/>
<text x="20" y="270" text-anchor="start">Shares  in
  percent</text>
<text class="halo" x="120" y="70" text-anchor="middle">Middle</text>
<text x="400" y="250" text-anchor="start">Right</text>
</svg>`;

const TABLE = `<table><thead><tr><th>Holder</th><th>Share</th><th>Since</th></tr></thead><tbody>
<tr><th>Foundation, with a name that goes on for very much longer than a column of a table has room for, and then some</th><td><data value="26.5">26.5&nbsp;%</data></td><td><time datetime="2019-03">March 2019</time></td></tr>
<tr><th>Investor</th><td><data value="27">27&nbsp;%</data></td><td>Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung${"x".repeat(80)}</td></tr>
</tbody></table>`;

const model = (inside, attributes = "") =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Test</title><body><news-model ${attributes}><template shadowrootmode="open">` +
  `<link rel="stylesheet" href="/model.css"><figure>${inside}</figure></template></news-model></body></html>`;

let site, browser, plain;
before(async () => {
  const policy = { "content-security-policy": STRICT };
  site = await serve(
    {
      "/strict": { body: model(DRAWING + TABLE), headers: policy },
      "/bare": {
        body: `<!doctype html><html lang="en"><link rel="stylesheet" href="/bare.css"><body>${DRAWING}</body></html>`,
        headers: policy,
      },
      "/rtl": {
        body: model(
          '<svg viewBox="0 0 300 100" direction="rtl"><text x="280" y="50">حصة المؤسسة</text></svg>' + TABLE,
          'dir="rtl" lang="ar"',
        ),
        headers: policy,
      },
      "/model.css": { body: STYLE, type: "text/css" },
      "/bare.css": { body: ":root { color-scheme: light dark }", type: "text/css" },
      "/plain": "<!doctype html><title>Plain</title>",
    },
    { root: path("www") },
  );
  browser = await launch();
  plain = await browser.newPage();
  await plain.goto(`${site.origin}/plain`);
});
after(async () => {
  await browser.close();
  site.close();
});

/** Opens a page on which breaking the policy, or throwing, fails the test. */
const open = (address, options = {}) =>
  openPage(browser, site.origin + address, {
    viewport: { width: 800, height: 900 },
    init: () => {
      window.hacked = () => (window.wasHacked = true);
      window.inside = (selector) =>
        (document.querySelector("news-model")?.shadowRoot ?? document).querySelector(selector);
    },
    ...options,
  });

const WORDS = {
  title: "Who holds what",
  settings: "Set by the reader: the foundation keeps 26.5 % and the investor puts in 10 billion dollars more.",
  source: "Source: company announcements, October 2025. Graphic: The Paper",
};

/** Returns the picture's bytes and type. */
async function take(page, type, words = {}, shows = "svg") {
  const { bytes, kind } = await page.evaluate(
    async ([type, words, shows]) => {
      // @ts-expect-error The address is one of the page.
      const { picture } = await import("/explainer-picture.js");
      const blob = await picture({ drawing: window.inside(shows), ...words }, type);
      return { bytes: (await blob.bytes()).toBase64(), kind: blob.type };
    },
    [type, { ...WORDS, lang: "en", dir: "ltr", ...words }, shows],
  );
  return { body: Buffer.from(bytes, "base64"), kind };
}

const svgOf = async (...asked) => (await take(...asked)).body.toString();
const pngOf = async (page, ...asked) => PNG.sync.read((await take(page, "png", ...asked)).body);

/**
 * Returns how many pixels of a box, in the picture's own units, are near a colour.
 *
 * @param {{ data: Uint8Array, width: number }} png
 * @param {number[]} box
 * @param {number[]} colour
 */
function count({ data, width }, [x, y, w, h], colour) {
  let found = 0;
  for (let row = 2 * y; row < 2 * (y + h); row += 1) {
    for (let column = 2 * x; column < 2 * (x + w); column += 1) {
      const at = 4 * (row * width + column);
      if (colour.every((part, i) => Math.abs(part - data[at + i]) < 12)) found += 1;
    }
  }
  return found;
}

/** Returns an SVG as another page shows it as an image, in twice its size. */
async function rendered(text) {
  const bytes = await plain.evaluate(async (text) => {
    const image = new Image();
    image.src = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), {
      width: 2 * image.width,
      height: 2 * image.height,
    });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((resolve) => canvas.toBlob(resolve));
    return (await blob.bytes()).toBase64();
  }, text);
  return PNG.sync.read(Buffer.from(bytes, "base64"));
}

/** Returns what share of the pixels is not alike. */
function difference(one, other) {
  assert.deepEqual([one.width, one.height], [other.width, other.height]);
  return pixelmatch(one.data, other.data, null, one.width, one.height, { threshold: 0.2 }) / (one.width * one.height);
}

/** Parses an SVG, which throws where it is not well-formed, and says what is in it. */
const parsed = (text) =>
  plain.evaluate((text) => {
    const { documentElement: root } = new DOMParser().parseFromString(text, "image/svg+xml");
    if (root.localName !== "svg") throw new Error(root.textContent);
    const all = [root, ...root.querySelectorAll("*")];
    return {
      names: [...new Set(all.map((node) => node.localName))].sort(),
      attributes: [...new Set(all.flatMap((node) => node.getAttributeNames()))].sort(),
      values: all.flatMap((node) => [...node.attributes].map(({ value }) => value)),
      texts: [...root.querySelectorAll("text")].map((node) => node.textContent),
      title: root.querySelector(":scope > title").textContent,
      desc: root.querySelector(":scope > desc").textContent,
      lang: root.getAttribute("xml:lang"),
      direction: root.getAttribute("direction"),
    };
  }, text);

test("svg_has_plain_attributes_and_nothing_of_the_page", async () => {
  const { page, close } = await open("/strict");
  const { body, kind } = await take(page, "svg");
  assert.equal(kind, "image/svg+xml;charset=utf-8");
  const found = await parsed(body.toString());
  assert.deepEqual(found.names, ["circle", "desc", "g", "line", "path", "rect", "svg", "text", "title"]);
  for (const name of found.attributes) assert.doesNotMatch(name, /^(class|style|data-.*|aria-.*|href|on.*)$/);
  for (const value of found.values)
    assert.doesNotMatch(value, /var\(|color\(|color-mix|oklab|currentcolor|rgb|https?:(?!\/\/www\.w3\.org)/i);
  assert.equal(found.title, WORDS.title);
  assert.equal(found.desc, WORDS.settings);
  assert.equal(found.lang, "en");
  assert.equal(found.direction, "ltr");
  assert.ok(found.texts.includes("Shares in percent"));
  await close();
});

test("svg_is_well_formed_whatever_the_words_are", async () => {
  const { page, close } = await open("/strict");
  const words = { title: HOSTILE, settings: HOSTILE, source: HOSTILE, lang: HOSTILE };
  await page.evaluate((hostile) => {
    window.inside("svg").querySelector("text").textContent = hostile;
    window.inside("td").textContent = hostile;
  }, HOSTILE);
  const safe = `<script>hacked()</script> & ]]> "quoted" 'too' <!-- -->`;
  for (const shows of ["svg", "table"]) {
    const found = await parsed(await svgOf(page, "svg", words, shows));
    assert.equal(found.title.replace("  ", " "), safe);
    assert.equal(found.lang.replace("  ", " "), safe);
    assert.ok(!found.names.includes("script"));
    assert.ok(found.texts.join(" ").replaceAll("  ", " ").includes(safe));
    await pngOf(page, words, shows);
  }
  assert.equal(await page.evaluate(() => window.wasHacked), undefined);
  await close();
});

/** @type {["light" | "dark", number[], number[]][]} Scheme, background and ink. */
const SCHEMES = [
  ["light", [250, 248, 240], [34, 34, 34]],
  ["dark", [16, 20, 32], [238, 238, 238]],
];
for (const [colorScheme, ground, ink] of SCHEMES) {
  test(`png_and_svg_agree_on_a_${colorScheme}_page`, async () => {
    const { page, close } = await open("/strict", { colorScheme });
    const png = await pngOf(page);
    assert.equal(png.width, 2400);
    assert.ok(png.height >= 1260);
    assert.equal(count(png, [0, 0, 1200, 20], ground), 2400 * 40, "the page's background");
    assert.ok(count(png, [64, 64, 500, 60], ink) > 500, "the title in the page's ink");
    const scale = (1200 - 128) / 640;
    const top = 64 + 44 * 1.3 + 36;
    const box = (x, y, w, h) => [64 + x * scale, top + y * scale, w * scale, h * scale].map(Math.round);
    const filled = (area, colour) => assert.equal(count(png, area, colour), 4 * area[2] * area[3]);
    filled(box(25, 25, 40, 90), [208, 0, 0]);
    filled(box(460, 50, 40, 40), [0, 128, 0]);
    filled(box(482, 202, 36, 36), [255, 170, 0]);
    filled(
      box(310, 30, 80, 80),
      ground.map((part, i) => Math.round((part + [0, 0, 255][i]) / 2)),
    );
    assert.equal(count(png, box(0, 0, 640, 320), [0, 255, 255]), 0, "a stroke of no width");
    const svg = await rendered(await svgOf(page, "svg"));
    assert.ok(difference(png, svg) < 0.004, `${difference(png, svg)} of the pixels differ`);
    const table = await pngOf(page, {}, "table");
    const drawn = await rendered(await svgOf(page, "svg", {}, "table"));
    assert.ok(difference(table, drawn) < 0.006, `${difference(table, drawn)} of the pixels differ`);
    await close();
  });
}

test("picture_shows_the_drawing_as_the_page_does", async () => {
  const { page, close } = await open("/strict", { viewport: { width: 1300, height: 900 }, deviceScaleFactor: 2 });
  await page.evaluate(() => (window.inside("svg").style.inlineSize = "1072px"));
  const shown = PNG.sync.read(await page.locator("svg").screenshot());
  const png = await pngOf(page, { title: "" });
  const part = new PNG({ width: shown.width, height: shown.height });
  PNG.bitblt(png, part, 128, 128, shown.width, shown.height, 0, 0);
  assert.ok(difference(part, shown) < 0.0005, `${difference(part, shown)} of the pixels differ`);
  await close();
});

test("picture_without_any_background_has_the_browsers_own", async () => {
  /** @type {["light" | "dark", number[]][]} */
  const schemes = [
    ["light", [255, 255, 255]],
    ["dark", [18, 18, 18]],
  ];
  for (const [colorScheme, ground] of schemes) {
    const { page, close } = await open("/bare", { colorScheme });
    const png = await pngOf(page, { title: "", settings: "", source: "" });
    assert.equal(count(png, [0, 0, 60, 60], ground), 120 * 120);
    await close();
  }
});

test("right_to_left_words_are_at_the_right", async () => {
  const { page, close } = await open("/rtl");
  const words = { title: "من يملك ماذا", settings: "اختار القارئ: 26.5 %", source: "المصدر", lang: "ar", dir: "rtl" };
  const found = await parsed(await svgOf(page, "svg", words));
  assert.equal(found.direction, "rtl");
  assert.equal(found.lang, "ar");
  const png = await pngOf(page, words);
  const ink = [34, 34, 34];
  assert.ok(count(png, [900, 64, 236, 60], ink) > 500);
  assert.equal(count(png, [0, 64, 600, 60], ink), 0);
  const svg = await rendered(await svgOf(page, "svg", words));
  assert.ok(difference(png, svg) < 0.004, `${difference(png, svg)} of the pixels differ`);
  const table = await pngOf(page, words, "table");
  assert.ok(difference(table, await rendered(await svgOf(page, "svg", words, "table"))) < 0.006);
  await close();
});

test("long_words_and_many_lines_stay_in_the_picture", async () => {
  const { page, close } = await open("/strict");
  const words = { title: "Long ".repeat(60), settings: "w".repeat(300), source: "Source ".repeat(100) };
  for (const shows of ["svg", "table"]) {
    const text = await svgOf(page, "svg", words, shows);
    const widest = await plain.evaluate((text) => {
      document.body.replaceChildren(
        document.importNode(new DOMParser().parseFromString(text, "image/svg+xml").documentElement, true),
      );
      const boxes = [...document.querySelectorAll("svg > text")].map((node) => node.getBBox());
      return { left: Math.min(...boxes.map(({ x }) => x)), right: Math.max(...boxes.map(({ x, width }) => x + width)) };
    }, text);
    assert.ok(widest.left >= 60 && widest.right <= 1140, JSON.stringify(widest));
    assert.ok((await parsed(text)).texts.length > 8);
  }
  await page.evaluate(() => {
    const row = window.inside("tbody").rows[0];
    for (let i = 0; i < 150; i += 1) row.after(row.cloneNode(true));
  });
  const huge = await pngOf(page, {}, "table");
  assert.ok(huge.width < 2400 && huge.width * huge.height <= 16.1e6, "a very long table has fewer pixels");
  await close();
});
