// The story as somebody would write it by hand: semantic HTML, a small style sheet, no script.
import { escape, wholePage } from "../page.mjs";

/** Returns the whole page. */
export const staticPage = (story, data) => wholePage(story, data, { main: staticArticle(story) });

/**
 * Returns the story's HTML. A page with script has `tools` before the sections, and in one of them the HTML
 * that `figure` makes of a mini-model.
 *
 * @param {any} story
 * @param {{ tools?: string, figure?: (model: any) => string }} [more]
 */
export function staticArticle(story, { tools = "", figure = () => "" } = {}) {
  const labels = new Map(story.terms.map(({ id, label }) => [id, label]));
  const words = (text) =>
    [text]
      .flat()
      .map((part) => inline(part, labels))
      .join("");
  return `<article class="story">
<header><h1>${escape(story.headline)}</h1><p class="standfirst">${words(story.standfirst)}</p>
<p class="dateline"><time datetime="${story.published}">${story.day}</time></p></header>${tools}
<details class="brief"><summary><h2>In brief</h2></summary><ol>
${story.summary.map((point) => `<li>${words(point.text)} <a href="#${point.section}">Read more</a></li>`).join("\n")}
</ol></details>
${story.sections.map((each) => section(each, words, figure)).join("\n")}
<section class="glossary"><details><summary><h2>Terms in this story</h2></summary><dl>
${story.terms.map((term) => definition(term, words)).join("\n")}
</dl></details></section>
</article>`;
}

const section = ({ id, kicker, heading, gist, open, blocks, model }, words, figure) => `
<section class="section" id="${id}"><details${open ? " open" : ""}>
<summary><span class="kicker">${escape(kicker)}</span><h2>${escape(heading)}</h2>
<span class="gist">${escape(gist)}</span></summary>
<div class="section-body">${blocks.map((each) => block(each, words)).join("\n")}${model ? figure(model) : ""}</div></details></section>`;

const definition = ({ id, label, also, short, long, sources }, words) => `
<div class="definition" id="term-${id}"><dt><dfn>${escape(label)}</dfn>${escape(also)}</dt>
<dd><p class="short">${escape(short)}</p>${long.map((each) => block(each, words)).join("\n")}
<ul class="sources">${sources.map(source).join("")}</ul></dd></div>`;

const source = ({ title, url, more }) =>
  `<li>${url ? `<a href="${escape(url)}">${escape(title)}</a>` : escape(title)}${escape(more)}</li>`;

function block(content, words) {
  if (content.kind === "list") return `<ul>${content.items.map((item) => `<li>${words(item)}</li>`).join("")}</ul>`;
  return `<p>${words(content)}</p>`;
}

function inline(part, labels) {
  if (typeof part === "string") return escape(part);
  return `<a class="term" href="#term-${part.term}">${escape(part.text ?? labels.get(part.term))}</a>`;
}
