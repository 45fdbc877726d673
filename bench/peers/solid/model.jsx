import { createMemo, createSignal, For, Index, Show } from "solid-js";
import { frame, look } from "../threshold.mjs";

/** A mini-model with one slider. */
export function Model({ model }) {
  const [growth, setGrowth] = createSignal(model.growth);
  const now = createMemo(() => look(model, growth()));
  return (
    <figure class="model" id={model.id}>
      <figcaption>{model.title}</figcaption>
      <label>
        <span>{model.label}</span> <output>{now().growth}</output>
        <input
          type="range"
          min={model.min}
          max={model.max}
          step={model.step}
          value={growth()}
          onInput={(event) => setGrowth(Number(event.currentTarget.value))}
        />
      </label>
      <p class="sentence" aria-live="polite">
        {now().sentence}
      </p>
      <Chart model={model} now={now} />
      <details>
        <summary>Data</summary>
        <Table now={now} />
      </details>
    </figure>
  );
}

function Chart({ model, now }) {
  const { viewBox, start, end, bottom, limit, ticks } = frame(model);
  return (
    <svg viewBox={viewBox} aria-hidden="true">
      <line class="zero" x1={start} y1={bottom} x2={end} y2={bottom} />
      <For each={ticks}>
        {(tick) => (
          <text class="tick" x={tick.x} y={bottom + 17}>
            {tick.label}
          </text>
        )}
      </For>
      <path class="area" d={now().area} />
      <path class="usual" d={now().usual} />
      <path class="curve" d={now().curve} />
      <line class="limit" x1={start} y1={limit} x2={end} y2={limit} />
      <text x={start} y={limit - 6}>
        {model.line.label}
      </text>
      <Show when={now().crossing}>
        {(crossing) => (
          <g class="crossing">
            <line x1={crossing().x} y1={crossing().y} x2={crossing().x} y2={bottom} />
            <circle cx={crossing().x} cy={crossing().y} r="5" />
            <text x={crossing().x} y={crossing().y - 10}>
              {crossing().label}
            </text>
          </g>
        )}
      </Show>
    </svg>
  );
}

function Table({ now }) {
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
        <Index each={now().rows}>
          {(row) => (
            <tr class={row().isCrossing ? "crossed" : undefined}>
              <th scope="row">{row().year}</th>
              <td>{row().amount}</td>
              <td>{row().total}</td>
            </tr>
          )}
        </Index>
      </tbody>
    </table>
  );
}
