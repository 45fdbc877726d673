// A mini-model with one slider as the peers show it: growth towards a line. All reckon with the same
// functions; what they compare is how the page is brought up to date.

const WIDTH = 640;
const HEIGHT = 340;
const [TOP, BOTTOM, SIDE] = [30, 316, 6];
const MOST = 2.5; // Times the line: what grows past it leaves the chart.

/** Returns what the slider needs of a threshold model of a story; its steps are so fine that every frame of a drag brings another value. */
export function sliderOf({ id, title, parameters, projection, horizon, from, threshold }) {
  const parameter = (name) => parameters.find((each) => each.id === name);
  const { label, min, max, default: growth } = parameter(projection.rate);
  return {
    id,
    title,
    label,
    min,
    max,
    step: 0.5,
    growth,
    start: parameter(projection.start).default,
    from,
    years: parameter(horizon).default,
    line: { label: threshold.label, value: threshold.value, crossed: threshold.crossed },
  };
}

/** What of the chart never moves. */
export function frame({ from, years, line }) {
  const axis = scale({ from, years, line });
  return {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    start: SIDE,
    end: WIDTH - SIDE,
    bottom: BOTTOM,
    limit: axis.y(line.value),
    ticks: [2, 5, 8, 11].map((place) => ({ x: axis.x(from + place), label: String(from + place) })),
  };
}

/** Returns all that a setting of the slider changes, ready to be shown. */
export function look(model, growth) {
  const projected = project(model, growth);
  const points = pointsOf(model, projected);
  const line = path(points);
  const { crossing } = projected;
  const axis = scale(model);
  return {
    growth: `${growth}%`,
    curve: line,
    area: `${line}L${points.at(-1)[0]} ${BOTTOM}L${points[0][0]} ${BOTTOM}Z`,
    usual: path(pointsOf(model, project(model, model.growth))),
    sentence: sentence(model, projected),
    crossing: crossing && {
      x: axis.x(crossing.year),
      y: Math.max(TOP, axis.y(crossing.total)),
      label: String(crossing.year),
    },
    rows: projected.rows.map(({ year, amount, total }) => ({
      year,
      amount: money(amount),
      total: money(total),
      isCrossing: year === crossing?.year,
    })),
  };
}

function project({ start, from, years, line }, growth) {
  let amount = start;
  let total = 0;
  const rows = Array.from({ length: years }, (_, place) => {
    if (place > 0) amount *= 1 + growth / 100;
    total += amount;
    return { year: from + place, amount, total };
  });
  return { rows, crossing: rows.find((row) => row.total >= line.value) };
}

function scale({ from, years, line }) {
  return {
    x: (year) => round(SIDE + ((year - from) / (years - 1)) * (WIDTH - 2 * SIDE)),
    y: (amount) => round(BOTTOM - (amount / (MOST * line.value)) * (BOTTOM - TOP)),
  };
}

/** Returns the points of the curve up to where it leaves the chart. */
function pointsOf(model, { rows }) {
  const axis = scale(model);
  const most = MOST * model.line.value;
  const points = [];
  let before;
  for (const { year, total } of rows) {
    if (total > most) {
      const share = (most - before.total) / (total - before.total);
      points.push([axis.x(before.year + share), TOP]);
      break;
    }
    points.push([axis.x(year), axis.y(total)]);
    before = { year, total };
  }
  return points;
}

const path = (points) => `M${points.map(([x, y]) => `${x} ${y}`).join("L")}`;

function sentence(model, { rows, crossing }) {
  const { label, crossed } = model.line;
  if (!crossing) return `With these assumptions, ${label} is not reached by ${rows.at(-1).year}.`;
  const usual = project(model, model.growth).crossing?.year ?? crossing.year;
  const years = Math.abs(crossing.year - usual);
  const words = `${years} ${years === 1 ? "year" : "years"}`;
  const than = years === 0 ? "" : `, ${words} ${crossing.year > usual ? "later" : "earlier"} than by default`;
  return `With these assumptions, ${label} is reached in ${crossing.year}${than}. ${crossed}`;
}

function money(billions) {
  if (billions >= 1000) return `$${round(billions / 1000)} trillion`;
  return `$${round(billions)} billion`;
}

const round = (number) => Math.round(number * 10) / 10;
