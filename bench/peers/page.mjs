// What all peers share: the story as they show it, and the page around it.
import { sliderOf } from "./threshold.mjs";

export const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt()};`);

/**
 * Returns the story with what a server makes of it once, such as its dates in words: no page has to
 * make a date format, and a page that hydrates is sent nothing that it does not show. Of its mini-models
 * there is only the one asked for.
 */
export function shown({ lang, headline, standfirst, published, summary, sections, terms, models = [] }, modelId) {
  const found = models.find(({ id }) => id === modelId);
  const isModel = (block) => block.kind === "model";
  const model = ({ blocks }) => blocks.some((block) => isModel(block) && block.model === found?.id) && sliderOf(found);
  return {
    lang,
    headline,
    standfirst,
    published,
    day: date(published),
    summary,
    sections: sections.map((section, place) => ({
      ...section,
      open: section.open ?? place === 0,
      blocks: section.blocks.filter((block) => !isModel(block)),
      model: model(section) || undefined,
    })),
    terms: terms.map(({ id, label, aliases = [], short, long, sources = [] }) => ({
      id,
      label,
      also: aliases.length > 0 ? ` (also ${aliases.join(", ")})` : "",
      short,
      long,
      sources: sources.map(({ title, publisher, date: day, url }) => ({
        title,
        url,
        more: [publisher, day && date(day)]
          .filter(Boolean)
          .map((words) => `, ${words}`)
          .join(""),
      })),
    })),
  };
}

function date(words) {
  const day = new Date(words.length > 10 ? `${words}Z` : words);
  return day.toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" });
}

/**
 * Returns the whole page. Its data for search engines (`data`) is what every news page has, and the same on all
 * pages measured.
 */
export function wholePage(story, data, { head = "", main, end = "" }) {
  return `<!DOCTYPE html>
<html lang="${story.lang}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${escape(story.headline)}</title>
<link rel="stylesheet" href="/peers/page.css">${head}</head>
<body><main id="root">${main}</main>
<script type="application/ld+json">${data}</script>${end}</body></html>`;
}

/** Returns the same for a page that hydrates all of it, with the story beside its HTML. */
export function hydratedPage(story, data, { name, head = "", main }) {
  const json = JSON.stringify(story).replaceAll("<", "\\u003c");
  return wholePage(story, data, {
    head: `<script type="module" src="/peers/${name}.js"></script>${head}`,
    main,
    end: `<script type="application/json" id="story">${json}</script>`,
  });
}
