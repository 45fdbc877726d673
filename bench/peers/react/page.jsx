import { renderToString } from "react-dom/server";
import { Story } from "./story.jsx";

/** Returns the whole page, with the story beside its HTML as hydration needs it. */
export function page(story) {
  const data = JSON.stringify(story).replaceAll("<", "\\u003c");
  return `<!DOCTYPE html>
<html lang="${story.lang}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${story.headline}</title>
<link rel="stylesheet" href="/peers/page.css">
<script type="module" src="/peers/react.js"></script></head>
<body><main id="root">${renderToString(<Story story={story} />)}</main>
<script type="application/json" id="story">${data}</script></body></html>`;
}
