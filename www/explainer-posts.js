// The tools of a story that goes on: a feed that keys lead through, and the offer of what has come since. Fetched
// when a story has posts.

/**
 * Makes a feed of the posts, as ARIA describes it: Page Down and Page Up lead from post to post, Control with End
 * or Home out of them. https://www.w3.org/WAI/ARIA/apg/patterns/feed/
 *
 * @param {Element} body
 */
export function attachFeed(body) {
  const feed = /** @type {HTMLElement | null} */ (body.querySelector(".explainer-feed"));
  if (!feed) return;
  const posts = /** @type {NodeListOf<HTMLElement>} */ (feed.querySelectorAll(":scope > .explainer-post"));
  for (const [index, post] of posts.entries()) {
    post.tabIndex = 0;
    post.ariaPosInSet = String(index + 1);
    post.ariaSetSize = String(posts.length);
  }
  feed.ariaBusy = null;
  if (feed.role === "feed") return;
  feed.role = "feed";
  feed.setAttribute("aria-labelledby", headingOf(feed)?.id ?? "");
  feed.addEventListener("keydown", (event) => {
    const target = feed.querySelector(".explainer-post:focus-within") && nextOf(feed, event);
    if (!target) return;
    event.preventDefault();
    target.focus();
  });
}

/**
 * Returns what a key leads to from the post that has the focus.
 *
 * @param {HTMLElement} feed
 * @param {KeyboardEvent} event
 * @returns {HTMLElement | null | undefined}
 */
function nextOf(feed, { key, ctrlKey }) {
  const post = feed.querySelector(":scope > .explainer-post:focus-within");
  if (key === "PageDown") return /** @type {HTMLElement | null | undefined} */ (post?.nextElementSibling);
  if (key === "PageUp") return /** @type {HTMLElement | null | undefined} */ (post?.previousElementSibling);
  if (ctrlKey && key === "Home") return headingOf(feed);
  if (ctrlKey && key === "End") return stopAfter(feed);
}

/**
 * Returns the heading of the posts: what is before it may be in shadow roots.
 *
 * @param {HTMLElement} feed
 */
function headingOf(feed) {
  const heading = /** @type {HTMLElement | null} */ (feed.parentElement?.querySelector(".explainer-heading") ?? null);
  if (heading) heading.tabIndex = -1;
  return heading;
}

/**
 * Returns what the Tab key leads to behind the posts.
 *
 * @param {HTMLElement} feed
 */
function stopAfter(feed) {
  /** @type {NodeListOf<HTMLElement>} */
  const stops = document.querySelectorAll("a[href], button, summary, input, select, textarea, [tabindex='0']");
  const isAfter = (/** @type {HTMLElement} */ stop) =>
    !feed.contains(stop) && feed.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING;
  return [...stops].find((stop) => isAfter(stop) && stop.checkVisibility());
}

/**
 * Offers the posts of a newer story that the page does not show yet; nothing moves before the reader asks. Returns
 * how many there are.
 *
 * @param {Element} body
 * @param {string} story JSON text.
 * @param {() => Promise<Element | null>} show Renders the newer story; resolves to its body.
 */
export function offerPosts(body, story, show) {
  const fresh = postIds(story).filter((id) => !postOf(body, id));
  /** @type {HTMLElement | null} */
  const offer = body.querySelector(".explainer-new-posts");
  if (fresh.length === 0 || !offer) {
    offer?.replaceChildren();
    return fresh.length;
  }
  const count = fresh.length.toLocaleString(body.closest("[lang]")?.getAttribute("lang") ?? undefined);
  const button = offer.querySelector("button") ?? document.createElement("button");
  button.type = "button";
  button.className = "explainer-new-posts-button";
  button.textContent = (offer.dataset.explainerOffer ?? "{count}").replace("{count}", count);
  button.onclick = async () => {
    const feed = body.querySelector(".explainer-feed");
    if (feed) feed.ariaBusy = "true";
    const wasOpen = disclosures(body);
    const shown = await show();
    if (!shown) return;
    for (const [name, details] of disclosures(shown)) details.open = wasOpen.get(name)?.open ?? details.open;
    attachFeed(shown);
    const [first] = fresh.flatMap((id) => postOf(shown, id) ?? []).sort(byPlace);
    first?.focus();
    first?.scrollIntoView({ block: "nearest" });
  };
  if (!button.isConnected) offer.replaceChildren(button);
  return fresh.length;
}

/**
 * Returns what can be opened and closed in a story, by the id of its heading.
 *
 * @param {Element} body
 */
function disclosures(body) {
  const all = /** @type {NodeListOf<HTMLDetailsElement>} */ (body.querySelectorAll(".explainer-disclosure > details"));
  return new Map([...all].map((details) => [details.firstElementChild?.getAttribute("aria-labelledby"), details]));
}

/**
 * @param {Element} body
 * @param {string} id
 */
function postOf(body, id) {
  const prefix = body.getAttribute("data-explainer-prefix") ?? "";
  const selector = `#${CSS.escape(`${prefix}explainer-post-${id}`)}`;
  return /** @type {HTMLElement | null} */ (body.querySelector(selector));
}

/**
 * @param {Node} a
 * @param {Node} b
 */
const byPlace = (a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1);

/**
 * Returns the ids of a story's posts; none where the text is no story.
 *
 * @param {string} story
 * @returns {string[]}
 */
function postIds(story) {
  try {
    const { posts = [] } = JSON.parse(story);
    return posts.map((/** @type {{ id: string }} */ { id }) => id);
  } catch {
    return [];
  }
}
