// Host pages that break a DOM method: Yew cannot go on where it cannot add a node.

/**
 * Makes the methods that add nodes throw inside shadow roots, wherever `window.breaks` says so of the
 * node that is added to and the method. Runs in the page.
 */
export function breakable() {
  window.breaks ??= () => false;
  window.breakTimes = (times) => {
    // Yew inserts nodes before others; what else adds nodes is not Yew's and need not trap.
    window.breaks = (_node, method) => method === "insertBefore" && times-- > 0;
  };
  for (const name of ["insertBefore", "appendChild"]) {
    const own = Node.prototype[name];
    Node.prototype[name] = function (...nodes) {
      if (this.getRootNode() instanceof ShadowRoot && window.breaks(this, name)) throw new Error("broken by the page");
      return own.apply(this, nodes);
    };
  }
}

/** Breaks the next insertions of a node, so many times. */
export const breakNext = (page, times = 1) => page.evaluate((count) => window.breakTimes(count), times);
