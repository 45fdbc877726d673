// For pages that embed stories and have no script of their own for it: makes a frame of each
// `<a data-explainer-embed href="…">` and gives it the height that the story tells.

/** Pixels; until the story has told its height. */
const HEIGHT = 600;
/** Pixels; no story is higher, and a frame can be told anything. */
const HIGHEST = 200_000;
/** @type {HTMLIFrameElement[]} */
const made = [];

for (const link of document.querySelectorAll("a[data-explainer-embed]")) {
  if (link instanceof HTMLAnchorElement) embed(link);
}

/** @param {HTMLAnchorElement} link */
function embed(link) {
  const frame = document.createElement("iframe");
  frame.title = link.textContent.trim();
  frame.loading = "lazy";
  Object.assign(frame.style, { border: "0", display: "block", height: `${HEIGHT}px`, width: "100%" });
  frame.src = link.href;
  made.push(frame);
  link.replaceWith(frame);
}

addEventListener("message", ({ source, data }) => {
  if (data?.sentinel !== "amp" || data.type !== "embed-size") return;
  const frame = made.find(({ contentWindow }) => contentWindow === source);
  if (frame && data.height > 0 && data.height <= HIGHEST) frame.style.height = `${Math.ceil(data.height)}px`;
});
