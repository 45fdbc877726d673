// What <explainer-article> and <explainer-model> have in common.

import { WidgetError } from "./errors.js";

/**
 * An element that loads its wasm when a reader comes near. A subclass has `start()`, which is called
 * then, `onChange(name)` for an attribute, and `onRemoved()` for an element that has left the page.
 */
export class LazyElement extends HTMLElement {
  #instances; // Those that the element was loaded from.
  #visibility = new IntersectionObserver(
    (entries) => entries.some((entry) => entry.isIntersecting) && this.start(),
    // A definition's popover and a page's own boxes scroll, too.
    { rootMargin: "100% 0px", scrollMargin: "100% 0px" },
  );

  disconnectedCallback() {
    // A move takes an element out and puts it in again before this runs.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.unobserve();
      this.#instances?.forget(this);
      this.onRemoved();
    });
  }

  attributeChangedCallback(name, before, after) {
    if (before !== after) this.onChange(name);
  }

  /** Sets a property again that the page set before the element was defined. */
  upgrade(name) {
    if (!Object.hasOwn(this, name)) return;
    const value = this[name];
    delete this[name];
    this[name] = value;
  }

  /** Starts at once, when the reader points at the element or moves focus into it, or when it comes near. */
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

  /** Returns the widget's functions; the attributes of `owner` say where the files are. */
  load(instances, owner = this) {
    if (this.#instances !== instances) this.#instances?.forget(this);
    this.#instances = instances;
    return instances.load(this, owner);
  }

  /** Waits for children that the parser may still bring. */
  async parsed() {
    if (document.readyState !== "loading") return;
    await new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve));
  }

  /** Calls `set` with a property's new value as JSON text; fails with `code` for what has no JSON. */
  setJson(value, code, set) {
    try {
      // A function has no JSON at all.
      set(value == null ? undefined : JSON.stringify(value).trim());
    } catch (error) {
      this.fail(new WidgetError(code, error.message, "set a plain object"));
    }
  }

  /** Fires `explainer-error` for a WidgetError, or for a detail that the widget has thrown; returns the detail. */
  fail(error, more) {
    const known = error?.help ? error : new WidgetError("widget", String(error), "report it");
    const detail = { ...known, ...more };
    this.dispatchEvent(new CustomEvent("explainer-error", { bubbles: true, composed: true, detail }));
    return detail;
  }
}
