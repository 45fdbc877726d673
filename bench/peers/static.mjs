// The story as somebody would write it by hand: semantic HTML, a small style sheet, no script. Its
// data for search engines is what every news page has, and the same on all pages measured.

const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt()};`);

/** Returns the whole page. */
export function staticPage(story, data) {
  const labels = new Map(story.terms.map(({ id, label }) => [id, label]));
  const words = (text) =>
    [text]
      .flat()
      .map((part) => inline(part, labels))
      .join("");
  return `<!DOCTYPE html>
<html lang="${story.lang}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${escape(story.headline)}</title>
<link rel="stylesheet" href="/peers/page.css"></head>
<body><main><article class="story">
<header><h1>${escape(story.headline)}</h1><p class="standfirst">${words(story.standfirst)}</p>
<p class="dateline"><time datetime="${story.published}">${date(story.published)}</time></p></header>
<details class="brief"><summary><h2>In brief</h2></summary><ol>
${story.summary.map((point) => `<li>${words(point.text)} <a href="#${point.section}">Read more</a></li>`).join("\n")}
</ol></details>
${story.sections.map((each, place) => section(each, place === 0, words)).join("\n")}
<section class="glossary"><details><summary><h2>Terms in this story</h2></summary><dl>
${story.terms.map((term) => definition(term, words)).join("\n")}
</dl></details></section>
</article><script type="application/ld+json">${data}</script></main></body></html>`;
}

const section = ({ id, kicker, heading, gist, open, blocks }, isFirst, words) => `
<section class="section" id="${id}"><details${(open ?? isFirst) ? " open" : ""}>
<summary><span class="kicker">${escape(kicker)}</span><h2>${escape(heading)}</h2>
<span class="gist">${escape(gist)}</span></summary>
<div class="section-body">${blocks.map((each) => block(each, words)).join("\n")}</div></details></section>`;

const definition = ({ id, label, aliases, short, long, sources }, words) => `
<div class="definition" id="term-${id}"><dt><dfn>${escape(label)}</dfn> (also ${escape(aliases.join(", "))})</dt>
<dd><p class="short">${escape(short)}</p>${long.map((each) => block(each, words)).join("\n")}
<ul class="sources">${sources.map(source).join("")}</ul></dd></div>`;

function source({ title, publisher, date: day, url }) {
  const name = url ? `<a href="${escape(url)}">${escape(title)}</a>` : escape(title);
  return `<li>${[name, publisher && escape(publisher), day && date(day)].filter(Boolean).join(", ")}</li>`;
}

function block(content, words) {
  if (content.kind === "list") return `<ul>${content.items.map((item) => `<li>${words(item)}</li>`).join("")}</ul>`;
  return `<p>${words(content)}</p>`;
}

function inline(part, labels) {
  if (typeof part === "string") return escape(part);
  return `<a class="term" href="#term-${part.term}">${escape(part.text ?? labels.get(part.term))}</a>`;
}

function date(words) {
  const day = new Date(words.length > 10 ? `${words}Z` : words);
  return day.toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" });
}
