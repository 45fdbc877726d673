// In a page that `explainer prerender --embed` wrote: tells the page around the frame how high the story is, in the
// forms that pages listen to. Only that number leaves, but for the address of a link that the reader follows in a
// WordPress embed.

/** Milliseconds between two messages. */
const PAUSE = 100;
const secret = /[?&]secret=(\w+)/.exec(location.hash)?.[1];
const pymId = new URLSearchParams(location.search).get("childId");
/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;
let told = 0;
let mustTell = false;

/** @param {unknown} message */
const send = (message) => parent.postMessage(message, "*");

/** @param {boolean} isAsked */
function tell(isAsked) {
  // A frame that is not shown has no height.
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  if (height === 0 || (height === told && !isAsked)) return;
  told = height;
  send({ sentinel: "amp", type: "embed-size", height });
  send({ "datawrapper-height": { story: height } });
  if (pymId) send(`pymxPYMx${pymId}xPYMxheightxPYMx${height}`);
  if (secret) send({ message: "height", value: height, secret });
}

/**
 * Tells soon, and once for all that happens until then.
 *
 * @param {boolean} isAsked
 */
function tellSoon(isAsked) {
  mustTell ||= isAsked;
  waiting ??= setTimeout(() => {
    waiting = undefined;
    tell(mustTell);
    mustTell = false;
  }, PAUSE);
}

if (parent !== window) {
  new ResizeObserver(() => tellSoon(false)).observe(document.documentElement);
  document.addEventListener("visibilitychange", () => tellSoon(true));
  // A page whose script comes late asks, each in its own way.
  addEventListener("message", ({ source, data }) => {
    const asks = data?.sentinel === "amp" || data?.message === "ready" || /^pymxPYMx.*xPYMxwidthxPYMx/.test(data);
    if (source === parent && asks) tellSoon(true);
  });
  addEventListener("click", openAbove, true);
}

/**
 * Opens a link to another page in the place of the page around the frame.
 *
 * @param {MouseEvent} event
 */
function openAbove(event) {
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement && node.href);
  if (!(link instanceof HTMLAnchorElement) || link.target) return;
  const here = location.href.split("#")[0];
  if (link.href.split("#")[0] === here) return;
  if (secret) {
    // Its sandbox lets the frame open nothing; the page follows links to the frame's own site.
    event.preventDefault();
    send({ message: "link", value: link.href, secret });
  } else {
    link.target = "_top";
  }
}
