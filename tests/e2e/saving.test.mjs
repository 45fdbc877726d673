// The table that an editor takes away from a model as CSV, and how a file is saved.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { openPage } from "../support/page.mjs";
import { launch, serve } from "../support/site.mjs";
import { path } from "../support/tools.mjs";

const STRICT =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
  "trusted-types 'none'; require-trusted-types-for 'script'";

let site, browser, plain;
before(async () => {
  site = await serve(
    {
      "/strict": {
        body: "<!doctype html><title>Strict</title>",
        headers: { "content-security-policy": STRICT },
      },
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

/** Opens a page on which throwing, or logging an error, fails the test. */
const open = (address) => openPage(browser, site.origin + address);
test("csv_writes_what_spreadsheets_read", async () => {
  const check = async (inside, expected, lang = "en") => {
    const write = async ([inside, lang]) => {
      document.body.innerHTML = `<table>${inside}</table>`;
      // @ts-expect-error The address is one of the page.
      const { csv } = await import("/explainer-picture.js");
      return csv(document.querySelector("table"), lang);
    };
    const given = await plain.evaluate(write, [inside, lang]);
    assert.equal(given, expected);
  };
  await check("<thead><tr><th>A<th>B</thead><tbody><tr><td>1<td>2", "A,B\r\n1,2\r\n");
  await check(`<tr><td>He said "no"<td>a, b<td> a\n\n  b `, `"He said ""no""","a, b",a b\r\n`);
  await check(`<tr><td><data value="1250000000">1.25 billion</data> dollars`, "1250000000\r\n");
  await check(`<tr><td>since <time datetime="2019-03-01">1 March 2019</time>`, "2019-03-01\r\n");
  await check(`<tr><td><data value="line&#10;break">x</data>`, `"line\nbreak"\r\n`);
  await check("<tr><td>=1+1<td>+cmd<td>-a<td>@a<td>＝1", "'=1+1,'+cmd,'-a,'@a,'＝1\r\n");
  await check(`<tr><td><data value="&#9;=1">x</data><td><data value="=A1">x</data>`, `"'\t=1",'=A1\r\n`);
  await check(`<tr><td>-5<td>+3.5<td>-1,250<td>-7%<td>-1+2`, `-5,+3.5,"-1,250",-7%,'-1+2\r\n`);
  await check("<tr><td>المؤسسة، الحصة<td>٢٦٫٥<td>1&nbsp;250", "المؤسسة، الحصة,٢٦٫٥,1\u00a0250\r\n");
  await check("<tr><td><td>", ",\r\n");
  const numbers = `<tr><td><data value="1250.5">x</data><td><data value="-3">x</data><td>a, b; c`;
  await check(numbers, '1250.5,-3,"a, b; c"\r\n');
  await check(numbers, '1250,5;-3;"a, b; c"\r\n', "de");
  await check(numbers, '1250,5;-3;"a, b; c"\r\n', "fr-CA");
  await check(numbers, '1250.5,-3,"a, b; c"\r\n', "no language");
});

test("save_saves_a_file_under_its_name", async () => {
  const { page, close } = await open("/strict");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.evaluate(async () => {
      // @ts-expect-error The address is one of the page.
      const { save } = await import("/explainer-picture.js");
      save(new Blob(["a,b\r\n"], { type: "text/csv" }), "who-holds-what.csv");
    }),
  ]);
  assert.equal(download.suggestedFilename(), "who-holds-what.csv");
  assert.equal(await readFile(await download.path(), "utf8"), "a,b\r\n");
  await close();
});

test("save_lets_go_of_the_file_afterwards", async () => {
  const { page, close } = await open("/strict");
  await page.clock.install();
  await page.evaluate(async () => {
    window.links = [];
    HTMLAnchorElement.prototype.click = function () {
      window.links.push(this.href);
    };
    const { revokeObjectURL } = URL;
    URL.revokeObjectURL = (link) => {
      window.revoked = link;
      revokeObjectURL.call(URL, link);
    };
    // @ts-expect-error The address is one of the page.
    const { save } = await import("/explainer-picture.js");
    save(new Blob(["x"]), "x.csv");
  });
  assert.equal(await page.evaluate(() => window.revoked), undefined);
  await page.clock.fastForward(60000);
  const [revoked, links] = await page.evaluate(() => [window.revoked, window.links]);
  assert.deepEqual(links, [revoked]);
  await close();
});
