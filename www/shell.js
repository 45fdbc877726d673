// The shadow root of <explainer-article>: what a reader sees before the story, or instead of it.

/** Styles the host's own shadow root until the story is there. */
const hostSheet = new CSSStyleSheet();
hostSheet.replaceSync(
  ":host(:not([hidden])){display:block}" +
    ".skeleton{margin:auto;opacity:.12;max-inline-size:var(--explainer-measure,60ch);" +
    "min-block-size:var(--explainer-skeleton-height,max(79em,147em - 171vw));" +
    "background:repeating-linear-gradient(currentColor 0 1rem,#0000 0 2rem)}",
);

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {object} [properties]
 */
export function create(name, properties) {
  return Object.assign(document.createElement(name), properties);
}

/**
 * Attaches the shadow root, unless there is one: the story in a slot, between a notice and a skeleton.
 *
 * @param {Element} host
 * @param {Element} notice
 * @param {Element} skeleton
 */
export function attachShell(host, notice, skeleton) {
  if (host.shadowRoot?.contains(notice)) return;
  // A page that was saved with its shadow roots brings an old one.
  const shadow = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  shadow.adoptedStyleSheets = [hostSheet];
  const story = create("slot", { name: "article" });
  story.append(create("slot"));
  shadow.replaceChildren(notice, story, skeleton);
}
