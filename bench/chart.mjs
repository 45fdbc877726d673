// Bar charts as SVG, readable on light and dark ground.

const WIDTH = 720;
const NAMES = 190; // Pixels for the names, left of the bars.
const NUMBERS = 70; // Pixels for the numbers, right of them.
const BAR = 14;
const GAP = 12;
const TOP = 58;
const STYLE = `
  text { fill: #1f2328; font: 13px system-ui, sans-serif; }
  .title { font-weight: 700; font-size: 15px; }
  .name { text-anchor: end; }
  .first { fill: #57708c; }
  .second { fill: #a5b4c4; }
  .ours .first { fill: #b4540a; }
  .ours .second { fill: #e0a375; }
  .ours .name { font-weight: 700; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3; }
    .first { fill: #8aa4c0; }
    .second { fill: #4d6075; }
    .ours .first { fill: #f0883e; }
    .ours .second { fill: #9a5b2c; }
  }`;

const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt()};`);

/**
 * Returns a chart with a group of bars for each row, one bar for each of `series`.
 *
 * @param {{ title: string, series: string[], unit: string, digits?: number,
 *   rows: { name: string, isOurs: boolean, values: (number | undefined)[] }[] }} chart
 */
export function barChart({ title, series, unit, digits = 0, rows }) {
  const most = Math.max(...rows.flatMap(({ values }) => values.map((value) => value ?? 0)), 1);
  const words = (value) => `${value.toFixed(digits)} ${unit}`;
  const length = (value) => ((value / most) * (WIDTH - NAMES - NUMBERS)).toFixed(1);
  const each = series.length * BAR + GAP;
  const bar = (value, place, y) =>
    value === undefined
      ? ""
      : `<rect class="${place === 0 ? "first" : "second"}" x="${NAMES}" y="${y}" width="${length(value)}" height="${BAR - 2}" rx="2"/>
<text x="${NAMES + Number(length(value)) + 6}" y="${y + BAR - 4}">${words(value)}</text>`;
  const group = ({ name, isOurs, values }, place) => {
    const y = TOP + place * each;
    const bars = values.map((value, number) => bar(value, number, y + number * BAR)).join("\n");
    const middle = y + (series.length * BAR) / 2 + 3;
    return `<g${isOurs ? ' class="ours"' : ""}><text class="name" x="${NAMES - 8}" y="${middle}">${escape(name)}</text>
${bars}</g>`;
  };
  const said = rows.map(({ name, values }) => {
    const all = values.flatMap((value, place) => (value === undefined ? [] : [`${series[place]} ${words(value)}`]));
    return `${name}: ${all.join(", ")}`;
  });
  const height = TOP + rows.length * each;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title desc">
<title id="title">${escape(title)}</title>
<desc id="desc">${escape(said.join("; "))}.</desc>
<style>${STYLE}
</style>
<text class="title" x="8" y="20">${escape(title)}</text>
${series.map((name, place) => key(name, place)).join("\n")}
${rows.map(group).join("\n")}
</svg>
`;
}

function key(name, place) {
  const x = 8 + place * 200;
  return `<rect class="${place === 0 ? "first" : "second"}" x="${x}" y="32" width="12" height="12" rx="2"/>
<text x="${x + 18}" y="43">${escape(name)}</text>`;
}
