// Says in words what went wrong; fetched only then.

/** The only words of the interface that must be there without wasm. */
const UNAVAILABLE = {
  en: "This story cannot be shown right now",
  de: "Dieser Artikel kann gerade nicht gezeigt werden",
  fr: "Cet article ne peut pas être affiché pour le moment",
  es: "Este artículo no se puede mostrar en este momento",
  ar: "لا يمكن عرض هذا المقال الآن",
};

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
.notice{border:1px solid;border-radius:.375rem;font:1rem/1.5 system-ui,sans-serif;
margin-block-end:1rem;overflow-wrap:anywhere;padding:.75rem 1rem}
.notice p{margin:0;font-weight:600}`);

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {object} [properties]
 */
function create(name, properties) {
  return Object.assign(document.createElement(name), properties);
}

/**
 * Says in `box` what keeps `host`'s story from being shown, or what else is wrong with it.
 *
 * @param {HTMLElement} box
 * @param {Element} host
 * @param {import("./errors.js").ErrorDetail} detail
 */
export function say(box, host, { fatal, code, message, help, problems }) {
  const [lang] = host.closest("[lang]")?.getAttribute("lang")?.split("-") ?? [];
  const lines = [`${code}: ${message}; ${help}`].concat(
    problems.map((problem) => `${problem.path}: ${problem.message}; expected ${problem.expected}; ${problem.help}`),
  );
  const list = create("ul");
  list.append(...lines.map((textContent) => create("li", { textContent })));
  const more = create("details", { open: host.hasAttribute("problems") });
  more.append(create("summary", { textContent: code }), list);
  const sorry = create("p", {
    textContent: UNAVAILABLE[/** @type {keyof typeof UNAVAILABLE} */ (lang)] ?? UNAVAILABLE.en,
  });
  const { adoptedStyleSheets } = /** @type {ShadowRoot} */ (box.getRootNode());
  if (!adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
  box.className = "notice";
  if (fatal) box.replaceChildren(sorry, more);
  else box.append(more);
}
