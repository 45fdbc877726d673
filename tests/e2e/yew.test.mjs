// What Yew's documentation teaches works in a build like the shipped one: tests/yew/app.rs goes
// through the same flags, wasm-bindgen, wasm-opt and glue as the widget.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, serve } from "../support/site.mjs";
import { path } from "../support/tools.mjs";

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Yew</title></head>
<body><main id="root"></main><script type="module">
import instance from "./ordinary_yew.js";
const module = await WebAssembly.compileStreaming(fetch("./ordinary_yew_bg.wasm"));
window.traps = [];
instance(module, (error) => window.traps.push(String(error))).mount(document.querySelector("#root"), document);
</script></body></html>`;

let site, browser, page;
before(async () => {
  site = await serve({ "/": PAGE }, { root: path("target/yew") });
  browser = await launch();
  page = await browser.newPage();
  await page.goto(site.origin);
  await page.locator("#patient").waitFor();
});
after(async () => {
  await browser.close();
  site.close();
});

const rows = () => page.locator("li").evaluateAll((items) => items.map(({ id }) => id));
const traps = () => page.evaluate(() => window.traps);

test("a_component_that_waits_is_shown_with_portal_and_raw_markup", async () => {
  assert.equal(await page.locator("#waiting").count(), 0);
  assert.equal(await page.locator("#raw").textContent(), "raw");
  assert.equal(await page.locator("html > #portal").textContent(), "3");
});

test("a_nested_component_keeps_its_state_and_hears_its_listener", async () => {
  await page.locator("#two .press").click();
  await page.locator("#two[data-presses='1'] .press").click();
  await page.locator("#two[data-presses='2']").waitFor();
  assert.equal(await page.locator("#one").getAttribute("data-presses"), "0");
});

test("a_keyed_list_moves_its_elements_and_does_not_write_them_again", async () => {
  await page.locator("#one input").fill("typed");
  await page.evaluate(() => (window.moved = document.querySelector("#one")));
  await page.locator("#reverse").click();
  await page.locator("li:first-child#three").waitFor();
  assert.deepEqual(await rows(), ["three", "two", "one"]);
  assert.equal(await page.locator("#one input").inputValue(), "typed");
  assert.equal(await page.evaluate(() => window.moved === document.querySelector("#one")), true);
  assert.equal(await page.locator("#two").getAttribute("data-presses"), "2");
});

test("a_callback_reaches_the_component_above", async () => {
  await page.locator("#two .remove").click();
  await page.locator("#two").waitFor({ state: "detached" });
  assert.deepEqual(await rows(), ["three", "one"]);
  assert.equal(await page.locator("#portal").textContent(), "2");
});

test("nothing_of_yew_is_cut", async () => {
  assert.deepEqual(await traps(), []);
});
