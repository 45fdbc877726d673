// The page's address, which may name a model and how it is set: `#scenario_growth-model_growth_40__5`, where
// two `_` are a point. It is a CSS selector, since pages look for `location.hash` as one. The form
// `#scenario:growth-model?growth=40.5` is read, too.

const PREFIX = /^#scenario([_:])/;

/** @typedef {HTMLElement & { onAddress(): void }} ScenarioElement */

/** @type {Set<ScenarioElement>} The models on the page. */
export const elements = new Set();
/** @type {ScenarioElement | undefined} The element that has taken the address's scenario. */
let scenarioOwner;

/**
 * Returns the scenario that the address has for an element, unless another has taken it.
 *
 * @param {ScenarioElement} element
 * @param {() => string | undefined} idOf Returns the id of the element's model.
 */
export function takeScenario(element, idOf) {
  const [id, scenario] = parseAddress();
  if (!id || id !== idOf() || scenarioOwner === element || scenarioOwner?.isConnected) return undefined;
  scenarioOwner = element;
  return scenario;
}

/** Returns the model that the page's address names, and its scenario. */
function parseAddress() {
  const found = location.hash.match(PREFIX);
  if (!found) return [];
  const rest = location.hash.slice(found[0].length);
  if (found[1] === "_") {
    const [id, ...words] = rest.replaceAll("__", ".").split("_").map(decode);
    return [id, words.map((word, index) => (index === 0 ? "" : index % 2 ? "=" : "&") + word).join("")];
  }
  const [id, ...scenario] = rest.split("?").map(decode);
  return [id, scenario.join("?")];
}

/** @param {string} text */
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    // The model says that it did not understand this.
    return text;
  }
}

/**
 * Opens every `<details>` around the element and scrolls to it.
 *
 * @param {Element} element
 */
export function reveal(element) {
  for (let outer = element.closest("details"); outer; outer = outer.parentElement?.closest("details") ?? null) {
    outer.open = true;
  }
  element.scrollIntoView();
}

function onAddress() {
  for (const element of elements) element.onAddress();
}

addEventListener("hashchange", () => {
  scenarioOwner = undefined;
  onAddress();
});
// Until then the parser may not have brought a model's JSON, which names it.
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", onAddress, { once: true });
