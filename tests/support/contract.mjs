// What the running elements have and do, for the tests of docs/contracts.
import { frames, openPage } from "./page.mjs";

/** Notes which attributes the elements read, and which events they fire. Runs in the page. */
function record() {
  window.seen = { attributes: {}, events: {} };
  /** @type {(kind: string, element: any, name: string, value?: unknown) => void} */
  const note = (kind, element, name, value = true) => {
    const of = element.localName;
    if (/^explainer-/.test(of)) (window.seen[kind][of] ??= {})[name] ??= value;
  };
  for (const method of ["getAttribute", "hasAttribute"]) {
    const own = Element.prototype[method];
    Element.prototype[method] = function (name) {
      note("attributes", this, name);
      return own.call(this, name);
    };
  }
  const { dispatchEvent } = EventTarget.prototype;
  EventTarget.prototype.dispatchEvent = function (event) {
    note("events", this, event.type, Object.keys(event.detail ?? {}).sort());
    return dispatchEvent.call(this, event);
  };
}

/** Returns properties, parts, custom properties, attributes and events of both elements. Runs in the page. */
function collect() {
  const within = (node) => {
    const elements = [...node.querySelectorAll("*")];
    return elements.flatMap((element) => [element, ...(element.shadowRoot ? within(element.shadowRoot) : [])]);
  };
  const textOf = ({ cssRules }) => [...cssRules].map(({ cssText }) => cssText).join("\n");
  const variables = (sheets) =>
    [...sheets].flatMap((sheet) => [...textOf(sheet).matchAll(/var\((--explainer-[a-z-]+)/g)]).map(([, name]) => name);
  const unique = (names) => [...new Set(names)].sort();
  const models = within(document).filter(({ localName }) => localName === "explainer-model");
  const inModels = new Set(models.flatMap((model) => (model.shadowRoot ? within(model.shadowRoot) : [])));
  const parts = (elements) => unique(elements.flatMap((element) => [...element.part]));
  const shadows = within(document).flatMap(({ shadowRoot }) => shadowRoot ?? []);
  const sheets = [
    ...document.styleSheets,
    ...document.adoptedStyleSheets,
    ...shadows.flatMap((shadow) => [...shadow.adoptedStyleSheets]),
  ];
  const ofModels = [...document.styleSheets].filter(({ href }) => href?.endsWith("/explainer-models.css"));
  const setters = (name) => {
    const { prototype } = customElements.get(name) ?? {};
    const all = Object.entries(prototype ? Object.getOwnPropertyDescriptors(prototype) : {});
    return unique(all.flatMap(([property, { set }]) => (set ? property : [])));
  };
  const conditions = sheets
    .map(textOf)
    .join("\n")
    .matchAll(/explainer-article\[([a-z-]+)[\]=]/g);
  const attributes = (name) => unique(Object.keys(window.seen.attributes[name] ?? {}));
  return {
    "explainer-article": {
      properties: setters("explainer-article"),
      parts: parts(within(document).filter((element) => !inModels.has(element))),
      customProperties: unique(variables(sheets)),
      attributes: unique([...attributes("explainer-article"), ...[...conditions].map(([, name]) => name)]),
      events: window.seen.events["explainer-article"],
    },
    "explainer-model": {
      properties: setters("explainer-model"),
      parts: parts([...inModels]),
      customProperties: unique(variables(ofModels)),
      attributes: attributes("explainer-model"),
      events: window.seen.events["explainer-model"],
    },
  };
}

/**
 * Does on a page with a story what a reader can do, makes its elements fail, and returns what they had and
 * did meanwhile.
 */
export async function observeStory(browser, address) {
  const { page, close } = await openPage(browser, address, { init: record, forbids: ["thrown"] });
  await page.waitForFunction(() => document.querySelector(".explainer-toolbar")?.shadowRoot?.querySelector("button"));
  await page.locator(".explainer-section summary").first().click();
  await page.getByRole("button", { name: "Summarize" }).first().click();
  await page.getByRole("button", { name: "Expand all" }).first().click();
  for (const model of await page.locator(".explainer-section explainer-model").all()) {
    await model.scrollIntoViewIfNeeded();
    await model.locator("[part~=controls]").waitFor();
  }
  await page.locator("explainer-model input[type=range]").first().press("End");
  // From one definition to another: then there is a way back.
  await page.locator("a[role=doc-glossref]").first().click();
  await page.locator("[part~=card] a[role=doc-glossref]").first().click();
  await page.locator("[part~=back]").waitFor();
  await page.evaluate(() => {
    const endless = {};
    endless.itself = endless;
    document.querySelector("explainer-model").model = endless;
    document.querySelector("explainer-article").article = endless;
  });
  await frames(page);
  const observed = await page.evaluate(collect);
  await close();
  return observed;
}

/** Returns what the model of a page had and did until it could be played. */
export async function observeModel(browser, address) {
  const { page, close } = await openPage(browser, address, { init: record });
  await page.locator("explainer-model [part~=controls]").waitFor();
  const observed = await page.evaluate(collect);
  await close();
  return observed["explainer-model"];
}
