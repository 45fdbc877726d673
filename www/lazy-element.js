// What <explainer-article> and <explainer-model> have in common.

import { WidgetError } from "./errors.js";
import { instances } from "./instances.js";

/** @typedef {import("./instances.js").InstanceUser} InstanceUser */

/** An element that loads its wasm when a reader comes near. */
export class LazyElement extends HTMLElement {
  #visibility = new IntersectionObserver(
    (entries) => entries.some((entry) => entry.isIntersecting) && this.start(),
    // A definition's popover and a page's own boxes scroll, too.
    { rootMargin: "100% 0px", scrollMargin: "100% 0px" },
  );

  /** A reader comes near. */
  start() {}

  /**
   * An attribute has changed.
   *
   * @type {(name: string) => void}
   */
  onChange() {}

  /** The element has left the page. */
  onRemoved() {}

  /** @this {LazyElement & InstanceUser} */
  disconnectedCallback() {
    // A move takes an element out and puts it in again before this runs.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.unobserve();
      instances.forget(this);
      this.onRemoved();
    });
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} after
   */
  attributeChangedCallback(name, before, after) {
    if (before !== after) this.onChange(name);
  }

  /**
   * Sets a property again that the page set before the element was defined.
   *
   * @template {string} Name
   * @param {Name} name
   * @this {LazyElement & Record<Name, unknown>}
   */
  upgrade(name) {
    if (!Object.hasOwn(this, name)) return;
    const value = this[name];
    delete this[name];
    this[name] = value;
  }

  /**
   * Starts at once, when the reader points at the element or moves focus into it, or when it comes near.
   *
   * @param {string | null} loading
   * @param {boolean} isAskedFor
   * @param {boolean} isReadable
   */
  startWhen(loading, isAskedFor, isReadable) {
    if (loading === "eager" || isAskedFor) {
      this.start();
    } else if (loading === "interaction" && isReadable) {
      for (const type of ["pointerover", "focusin"]) this.addEventListener(type, () => this.start(), { once: true });
    } else {
      this.#visibility.observe(this);
    }
  }

  unobserve() {
    this.#visibility.disconnect();
  }

  /**
   * Returns the widget's functions when these parts are there; the attributes of `owner` say where the
   * files are.
   *
   * @param {import("./instances.js").PartName[]} parts
   * @param {Element} [owner]
   * @this {LazyElement & InstanceUser}
   */
  loadParts(parts, owner = this) {
    return instances.load(this, owner, parts);
  }

  /**
   * Takes in its own content where that stands behind the element: Markdown and some CMSs put a `<p>` around
   * the element, and the HTML parser ends that at the content's first block. Returns whether it has.
   *
   * @param {string} selector
   */
  adoptOrphan(selector) {
    if (this.querySelector(":scope > :not(br)")) return false;
    const paragraph = this.closest("p");
    const content = this.nextElementSibling ?? paragraph?.nextElementSibling;
    if (!content?.matches(selector)) return false;
    this.append(content);
    // A story is no part of a paragraph.
    if (paragraph) paragraph.after(this);
    return !!paragraph;
  }

  /** Waits for children that the parser may still bring. */
  async parsed() {
    if (document.readyState !== "loading") return;
    await new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve));
  }

  /**
   * Calls `set` with a property's new value as JSON text; fails with `code` for what has no JSON.
   *
   * @param {unknown} value
   * @param {import("./errors.js").ErrorCode} code
   * @param {(json: string | undefined) => void} set
   */
  setJson(value, code, set) {
    try {
      // A function has no JSON at all.
      set(value == null ? undefined : JSON.stringify(value).trim());
    } catch (error) {
      this.fail(new WidgetError(code, error.message, "set a plain object"));
    }
  }

  /**
   * Fires `explainer-error` for a WidgetError, or for a detail that the widget has thrown; returns the detail.
   *
   * @param {any} error
   * @param {Partial<import("./errors.js").ErrorDetail>} [more]
   * @returns {import("./errors.js").ErrorDetail}
   */
  fail(error, more) {
    const known = error?.help ? error : new WidgetError("widget", String(error), "report it");
    const detail = { fatal: true, problems: [], ...known, ...more };
    this.dispatchEvent(new CustomEvent("explainer-error", { bubbles: true, composed: true, detail }));
    return detail;
  }
}
