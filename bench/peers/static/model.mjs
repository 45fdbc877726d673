// A mini-model's HTML, by hand.
import { escape } from "../page.mjs";
import { frame, look } from "../threshold.mjs";

/** Returns the figure with the default setting, and its data for the script. */
export function figure(model) {
  const { growth, sentence, rows, ...drawing } = look(model, model.growth);
  const { id, title, label, min, max, step } = model;
  return `<figure class="model" id="${id}" data-model="${escape(JSON.stringify(model))}">
<figcaption>${escape(title)}</figcaption>
<label><span>${escape(label)}</span> <output>${growth}</output>
<input type="range" min="${min}" max="${max}" step="${step}" value="${model.growth}"></label>
<p class="sentence" aria-live="polite">${escape(sentence)}</p>
${chart(model, drawing)}
<details><summary>Data</summary><table>
<thead><tr><th scope="col">Year</th><th scope="col">In that year</th><th scope="col">Total so far</th></tr></thead>
<tbody>${rows.map(row).join("\n")}</tbody></table></details></figure>`;
}

function chart(model, { curve, area, usual, crossing }) {
  const { viewBox, start, end, bottom, limit, ticks } = frame(model);
  const { x, y, label } = crossing ?? { x: 0, y: 0, label: "" };
  return `<svg viewBox="${viewBox}" aria-hidden="true">
<line class="zero" x1="${start}" y1="${bottom}" x2="${end}" y2="${bottom}"/>
${ticks.map((tick) => `<text class="tick" x="${tick.x}" y="${bottom + 17}">${tick.label}</text>`).join("")}
<path class="area" d="${area}"/><path class="usual" d="${usual}"/><path class="curve" d="${curve}"/>
<line class="limit" x1="${start}" y1="${limit}" x2="${end}" y2="${limit}"/>
<text x="${start}" y="${limit - 6}">${escape(model.line.label)}</text>
<g class="crossing"${crossing ? "" : ' visibility="hidden"'}><line x1="${x}" y1="${y}" x2="${x}" y2="${bottom}"/>
<circle cx="${x}" cy="${y}" r="5"/><text x="${x}" y="${y - 10}">${label}</text></g></svg>`;
}

const row = ({ year, amount, total, isCrossing }) =>
  `<tr${isCrossing ? ' class="crossed"' : ""}><th scope="row">${year}</th><td>${amount}</td><td>${total}</td></tr>`;
