import { useState } from "preact/hooks";
import { frame, look } from "../threshold.mjs";

/** A mini-model with one slider. */
export function Model({ model }) {
  const [growth, setGrowth] = useState(model.growth);
  const now = look(model, growth);
  return (
    <figure class="model" id={model.id}>
      <figcaption>{model.title}</figcaption>
      <label>
        <span>{model.label}</span> <output>{now.growth}</output>
        <input
          type="range"
          min={model.min}
          max={model.max}
          step={model.step}
          value={growth}
          onInput={(event) => setGrowth(Number(event.currentTarget.value))}
        />
      </label>
      <p class="sentence" aria-live="polite">
        {now.sentence}
      </p>
      <Chart model={model} now={now} />
      <details>
        <summary>Data</summary>
        <Table rows={now.rows} />
      </details>
    </figure>
  );
}

function Chart({ model, now }) {
  const { viewBox, start, end, bottom, limit, ticks } = frame(model);
  const { x, y, label } = now.crossing ?? {};
  return (
    <svg viewBox={viewBox} aria-hidden="true">
      <line class="zero" x1={start} y1={bottom} x2={end} y2={bottom} />
      {ticks.map((tick) => (
        <text class="tick" key={tick.label} x={tick.x} y={bottom + 17}>
          {tick.label}
        </text>
      ))}
      <path class="area" d={now.area} />
      <path class="usual" d={now.usual} />
      <path class="curve" d={now.curve} />
      <line class="limit" x1={start} y1={limit} x2={end} y2={limit} />
      <text x={start} y={limit - 6}>
        {model.line.label}
      </text>
      {now.crossing && (
        <g class="crossing">
          <line x1={x} y1={y} x2={x} y2={bottom} />
          <circle cx={x} cy={y} r="5" />
          <text x={x} y={y - 10}>
            {label}
          </text>
        </g>
      )}
    </svg>
  );
}

function Table({ rows }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Year</th>
          <th scope="col">In that year</th>
          <th scope="col">Total so far</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ year, amount, total, isCrossing }) => (
          <tr key={year} class={isCrossing ? "crossed" : undefined}>
            <th scope="row">{year}</th>
            <td>{amount}</td>
            <td>{total}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
