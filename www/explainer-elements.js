// The tools of a story's images, tables and embeds: fetched when a story has one of them. They need no wasm,
// and without them an image is a link to its file, a table keeps its order and an embed is a card.

/** @type {WeakSet<Element>} Bodies of stories that have these tools. */
const known = new WeakSet();

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {object} [properties]
 */
function create(name, properties) {
  return Object.assign(document.createElement(name), properties);
}

/**
 * Adds the tools to the story in a body, once.
 *
 * @param {Element} body
 * @param {boolean} remembers Whether it may note on this device when the reader was here.
 */
export function attach(body, remembers) {
  if (known.has(body)) return;
  known.add(body);
  if (remembers) markChanged(body);
  for (const table of body.querySelectorAll("table")) {
    if (table.closest(".explainer-data-table")) makeSortable(table);
  }
  for (const card of body.querySelectorAll("[data-explainer-frame]")) offer(/** @type {HTMLElement} */ (card));
  for (const recording of body.querySelectorAll("[data-explainer-parts]")) {
    markSpoken(body, /** @type {HTMLMediaElement} */ (recording));
  }
  body.addEventListener("click", (event) => {
    const { ctrlKey, metaKey, shiftKey, target } = /** @type {MouseEvent} */ (event);
    const link = /** @type {Element} */ (target).closest("a.explainer-enlarge");
    if (!link || ctrlKey || metaKey || shiftKey) return;
    event.preventDefault();
    enlarge(body, /** @type {HTMLAnchorElement} */ (link));
  });
}

/**
 * Shows an image as large as the window, and as large as it is when it is pressed. The browser's own dialog
 * keeps the focus, closes at Escape and gives the focus back.
 *
 * @param {Element} body
 * @param {HTMLAnchorElement} link
 */
function enlarge(body, link) {
  const small = link.querySelector("img");
  const dialog = create("dialog", { className: "explainer-large", ariaLabel: small?.alt });
  const close = create("button", { type: "button", className: "explainer-large-close", textContent: "×" });
  close.ariaLabel = link.dataset.explainerClose ?? null;
  const image = create("img", { src: link.href, alt: small?.alt, className: "explainer-large-image" });
  dialog.append(close, image);
  body.append(dialog);
  dialog.addEventListener("click", ({ target }) => {
    if (target === image) dialog.classList.toggle("explainer-large-full");
    else dialog.close();
  });
  dialog.addEventListener("close", () => dialog.remove());
  // The definition's popover and the page's own keys do not hear what closes the image.
  dialog.addEventListener("keydown", (event) => event.stopPropagation());
  dialog.showModal();
}

/**
 * Gives the headings of a table's columns buttons that sort it: up, then down.
 *
 * @param {HTMLTableElement} table
 */
function makeSortable(table) {
  const [head, body] = [table.tHead, table.tBodies[0]];
  if (!head || !body || body.rows.length < 3) return;
  for (const heading of head.querySelectorAll("th")) {
    const button = create("button", { type: "button", className: "explainer-sort" });
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      const direction = heading.ariaSort === "ascending" ? "descending" : "ascending";
      for (const each of head.querySelectorAll("th")) each.ariaSort = null;
      heading.ariaSort = direction;
      sort(body, heading.cellIndex, direction === "descending" ? -1 : 1, table.closest("[lang]")?.getAttribute("lang"));
    });
  }
}

/**
 * Sorts rows by the cells of a column. Empty cells come last, whichever way.
 *
 * @param {HTMLTableSectionElement} body
 * @param {number} column
 * @param {1 | -1} direction
 * @param {string | null} [lang]
 */
function sort(body, column, direction, lang) {
  const { compare } = new Intl.Collator(lang ?? undefined, { numeric: true });
  const rows = [...body.rows].map((row) => {
    const cell = row.cells[column];
    const number = cell?.querySelector("data")?.value;
    return { row, words: cell?.textContent?.trim() ?? "", number: number === undefined ? NaN : Number(number) };
  });
  rows.sort((a, b) => {
    if (!a.words || !b.words) return Number(!a.words) - Number(!b.words);
    const order = a.number - b.number;
    return direction * (Number.isNaN(order) ? compare(a.words, b.words) : order);
  });
  body.append(...rows.map(({ row }) => row));
}

/**
 * Marks the heading of the section that a recording speaks of.
 *
 * @param {Element} body
 * @param {HTMLMediaElement} recording
 */
function markSpoken(body, recording) {
  const parts = (recording.dataset.explainerParts ?? "").split(",").map((part) => {
    const [start, id] = part.split(" ");
    return { start: Number(start), heading: body.querySelector(`#${CSS.escape(id)}`) };
  });
  parts.sort((a, b) => b.start - a.start);
  const mark = () => {
    const spoken = recording.ended ? undefined : parts.find(({ start }) => start <= recording.currentTime);
    for (const { heading } of parts) {
      if (heading && heading !== spoken?.heading) heading.ariaCurrent = null;
    }
    if (spoken?.heading) spoken.heading.ariaCurrent = "true";
  };
  for (const type of ["timeupdate", "seeked", "ended"]) recording.addEventListener(type, mark);
}

/**
 * Offers to load what stands on another site; loads it where the reader wants that always. That wish is kept on
 * this device and told to nobody.
 *
 * @param {HTMLElement} card
 */
function offer(card) {
  const { explainerProvider: provider = "" } = card.dataset;
  const ask = card.querySelector(".explainer-embed-ask");
  const [button, always] = [ask?.querySelector("button"), ask?.querySelector("input")];
  if (!ask || !button || !always) return;
  const wish = note(`explainer-embed-${provider}`);
  if (wish.read() === "always") {
    new IntersectionObserver((entries, observer) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      load(card);
    }).observe(card);
    return;
  }
  ask.removeAttribute("hidden");
  button.addEventListener("click", () => {
    if (always.checked) wish.write("always");
    load(card).focus();
  });
}

/**
 * Marks the sections that have changed since the reader was here, and notes when that is. The note stays on this
 * device and is told to nobody.
 *
 * @param {Element} body
 */
function markChanged(body) {
  const dates = [...body.querySelectorAll(".explainer-section-updated")];
  if (dates.length === 0) return;
  const seen = note(`explainer-seen-${body.getAttribute("data-explainer-story")}`);
  const last = Date.parse(seen.read() ?? "");
  seen.write(new Date().toISOString());
  for (const date of /** @type {HTMLElement[]} */ (dates)) {
    const changed = Date.parse(date.querySelector("time")?.dateTime ?? "");
    // A day without a time may be any of its hours.
    const until = changed + (date.querySelector("time")?.dateTime.length === 10 ? 24 * 60 * 60 * 1000 : 0);
    if (until > last)
      date.append(" ", create("strong", { className: "explainer-changed", textContent: date.dataset.explainerSince }));
  }
}

/**
 * A note on this device. A browser may forbid it.
 *
 * @param {string} key
 */
function note(key) {
  return {
    read() {
      try {
        return localStorage.getItem(key);
      } catch {
        return null;
      }
    },
    /** @param {string} text */
    write(text) {
      try {
        localStorage.setItem(key, text);
      } catch {
        // The reader is new next time.
      }
    },
  };
}

/**
 * Puts the frame in place of the card's box.
 *
 * @param {HTMLElement} card
 */
function load(card) {
  const { explainerFrame = "", explainerWidth = "16", explainerHeight = "9" } = card.dataset;
  const title = card.querySelector("figcaption")?.textContent?.trim() ?? "";
  const frame = create("iframe", { className: "explainer-embed-frame", title, allowFullscreen: true });
  frame.referrerPolicy = "strict-origin-when-cross-origin";
  frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-popups allow-presentation allow-forms");
  frame.style.aspectRatio = `${explainerWidth} / ${explainerHeight}`;
  frame.src = explainerFrame;
  card.querySelector(".explainer-embed-box")?.replaceWith(frame);
  addEventListener("message", function resize({ source, data }) {
    if (!frame.isConnected) return removeEventListener("message", resize);
    const height = source === frame.contentWindow ? heightIn(data) : 0;
    // Above what the reader sees a change would move the text.
    const isBelow = frame.getBoundingClientRect().top >= 0;
    if (isBelow && height > frame.offsetHeight && height < 5000) frame.style.height = `${Math.ceil(height)}px`;
  });
  return frame;
}

/**
 * Returns the height that a frame asks for, in CSS px: in the forms of AMP, Datawrapper, Medium, the Guardian,
 * pym.js and iframe-resizer; 0 where it asks for none.
 *
 * @param {unknown} data
 */
function heightIn(data) {
  // pymxPYMxIDxPYMxheightxPYMxHEIGHT, [iFrameSizer]ID:HEIGHT:WIDTH:WHY
  const written = typeof data === "string" && /^(?:pymxPYMx.*xPYMxheightxPYMx|\[iFrameSizer\][^:]*:)([\d.]+)/.exec(data);
  if (written) return Number(written[1]) || 0;
  const message = typeof data === "string" ? parse(data) : data;
  if (typeof message !== "object" || message === null) return 0;
  const said = /** @type {Record<string, unknown>} */ (message);
  const byChart = /** @type {Record<string, unknown>} */ (said["datawrapper-height"] ?? {});
  const height = said.height ?? (said.type === "set-height" ? said.value : undefined) ?? Object.values(byChart)[0];
  return Number(height) || 0;
}

/** @param {string} text */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
