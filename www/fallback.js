// The fallback of a model: what the page shows of it until its controls are there, by a slot.

/**
 * Returns the slot that shows the fallback.
 *
 * @param {ShadowRoot} shadow
 */
export function slotOf(shadow) {
  const known = shadow.querySelector("slot");
  if (known) return known;
  const slot = document.createElement("slot");
  shadow.append(slot);
  return slot;
}

/**
 * Keeps the fallback's height while the element is in the window, so that nothing below moves. Returns what
 * ends that.
 *
 * @param {Element} element
 * @param {HTMLElement} root
 * @param {number} height
 */
export function reserveHeight(element, root, height) {
  if (root.getBoundingClientRect().height >= height) return undefined;
  root.style.minBlockSize = `${height}px`;
  const observer = new IntersectionObserver(([{ isIntersecting }]) => {
    if (isIntersecting) return;
    root.style.minBlockSize = "";
    observer.disconnect();
  });
  observer.observe(element);
  return observer;
}
