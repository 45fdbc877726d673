// The prerendered page in Firefox: without script, and with the tools.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Browser, Builder, By, until } from "selenium-webdriver";
import firefox from "selenium-webdriver/firefox.js";
import { serve } from "../support/site.mjs";
import { prerender, STORY } from "../support/tools.mjs";

const drivers = new Map();
let site, driver;
before(async () => {
  site = await serve({ "/story": await prerender(STORY, "--page", "--assets", "/explainer") });
});
after(async () => {
  for (const each of drivers.values()) await each.quit();
  site.close();
});

async function open(address, { script }) {
  driver = drivers.get(script) ?? (await start(script));
  drivers.set(script, driver);
  await driver.get("about:blank");
  await driver.get(site.origin + address);
  if (script) return;
  const undefinedElements = await driver.findElements(By.css("explainer-article:not(:defined)"));
  assert.equal(undefinedElements.length, 1, "no script ran");
}

function start(script) {
  const options = new firefox.Options()
    .addArguments("-headless", "-width=800", "-height=900")
    .setPreference("javascript.enabled", script);
  if (process.env.FIREFOX) options.setBinary(process.env.FIREFOX);
  return new Builder()
    .forBrowser(Browser.FIREFOX)
    .setFirefoxOptions(options)
    .setFirefoxService(new firefox.ServiceBuilder(process.env.GECKODRIVER))
    .build();
}

const shown = async (selector) => (await driver.findElement(By.css(selector))).isDisplayed();

test("without_script_the_story_reads_and_every_section_folds", async () => {
  await open("/story", { script: false });
  assert.equal(await shown(".explainer-headline"), true);
  const sections = await driver.findElements(By.css(".explainer-section > details"));
  assert.ok(sections.length > 3);
  for (const section of sections) {
    const before = await section.getAttribute("open");
    await section.findElement(By.css("summary")).click();
    const body = await section.findElement(By.css(".explainer-section-body"));
    assert.equal(await body.isDisplayed(), before === null, await section.getText());
  }
});

test("without_script_an_address_opens_its_section", async () => {
  await open("/story#agi-clause", { script: false });
  const section = await driver.findElement(By.css("#agi-clause"));
  const body = await section.findElement(By.xpath("ancestor::details//*[contains(@class, 'explainer-section-body')]"));
  assert.equal(await body.isDisplayed(), true);
});

test("without_script_a_term_leads_to_its_definition_and_back", async () => {
  await open("/story", { script: false });
  await driver.findElement(By.css(".explainer-section details[open] a.explainer-term")).click();
  assert.match(await driver.getCurrentUrl(), /#term-/);
  const definition = await driver.findElement(By.css(":target"));
  assert.equal(await definition.findElement(By.css(".explainer-short")).isDisplayed(), true);
  const { y, height } = await definition.getRect();
  assert.ok(y >= 0 && height > 50, `${height} pixels at ${y}`);
  await definition.findElement(By.css("a[role=doc-backlink]")).click();
  assert.match(await driver.getCurrentUrl(), /#ref-/);
});

test("with_script_the_tools_come_and_a_definition_opens", async () => {
  await open("/story", { script: true });
  const toolbar = await driver.findElement(By.css(".explainer-toolbar"));
  const button = (label) =>
    driver.wait(async () => {
      const root = await toolbar.getShadowRoot().catch(() => undefined);
      const buttons = root ? await root.findElements(By.css("button")) : [];
      for (const each of buttons) if ((await each.getText()) === label) return each;
      return false;
    }, 20_000);
  await (await button("Expand all")).click();
  assert.equal((await driver.findElements(By.css(".explainer-section > details:not([open])"))).length, 0);
  await driver.findElement(By.css(".explainer-section a.explainer-term")).click();
  const popover = await driver.findElement(By.css(".explainer-popover"));
  await driver.wait(until.elementIsVisible(popover), 5_000);
});
