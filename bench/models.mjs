// How a mini-model follows a slider: each frame of a drag beside one of a slider that only writes its
// value and beside the same model of the peers, and what is left in memory of 10,000 moves.
// `node bench/models.mjs [rounds]` after `cargo xtask dist`; `profile` instead of the rounds says where the
// time of a drag goes.
import assert from "node:assert/strict";
import { inRounds, launch, LOCAL, SLOWED, visit } from "./browser.mjs";
import { watch } from "./drag-probe.mjs";
import { PEERS } from "./pages.mjs";
import { judge, keep, median, medians, ms, ratio, rounds, table } from "./figures.mjs";
import { serve } from "./server.mjs";
import { OWN_SLIDERS, PEER_SLIDERS, sliderFiles } from "./sliders.mjs";

const RATE = 60; // Updates and frames in a second.
const SLACK = 0.98; // What counts as every frame: where the mouse turns, one may bring nothing new.
const LONGEST = 32; // Milliseconds.
const BETWEEN = 12; // Milliseconds between two moves of the mouse: one for every frame, and few that cost and show nothing.
const DRAG = 2500; // Milliseconds.
const SWEEP = 700; // Milliseconds from one end of the slider to the other.
const MOVES = [100, 1000, 10_000];
const OBJECT = 16; // Bytes: no object is smaller. What the engine notes of code that runs often takes less a move.
// Percent of the way along the slider: each stop brings another year, so another sentence, than those beside it.
const STOPS = [5, 17, 30, 39, 51, 73, 94, 73, 51, 39, 30, 17];
const STEPS = 60;
const WARM = 12; // Steps that are not counted.
const isProfile = process.argv[2] === "profile";

const site = await serve(await sliderFiles());
const browser = await launch();
try {
  if (isProfile) await profile();
  else await measureAll();
} finally {
  await browser.close();
  site.close();
}

async function measureAll() {
  const figures = {};
  for (const place of [LOCAL, SLOWED]) {
    const sliders = place === LOCAL ? OWN_SLIDERS : { ...OWN_SLIDERS, ...PEER_SLIDERS };
    const runs = await inRounds(sliders, rounds(), (slider) => onPage(place, slider, dragAndStep));
    const rows = Object.entries(runs).map(([name, all]) => [name, medians(all)]);
    figures[place.name] = { medians: Object.fromEntries(rows), runs };
  }
  figures.memory = await onPage(LOCAL, OWN_SLIDERS.model, move);
  const judged = [...dragAims(figures[SLOWED.name].medians), ...memoryAims(figures.memory)];
  keep("models", browser, { ...figures, aims: judged });
  for (const { name } of [LOCAL, SLOWED]) showDrags(name, figures[name].medians);
  showSteps(figures[SLOWED.name].medians);
  showMemory(figures.memory);
  console.log("\nAims, medians:\n");
  if (!judge(judged)) process.exitCode = 1;
}

/** Opens the page with the slider in sight, and gives it to `act`. */
function onPage(place, slider, act) {
  return visit(browser, place, [watch, slider.place], async (page, client) => {
    await page.goto(site.origin + slider.address);
    await page.evaluate(() => window.bench.begin());
    const box = await page.evaluate((slider) => window.bench.show(slider), slider);
    return act(page, client, box);
  });
}

async function dragAndStep(page, client, box) {
  return { ...(await drag(page, client, box)), ...(await step(page, client, box)) };
}

/**
 * Moves the slider with the mouse from stop to stop, each when the page has shown the last; returns the
 * main thread's time for a frame that shows another sentence (see drag-probe.mjs): the median, and the longest.
 */
async function step(page, client, { left, right, y }) {
  const pointer = (type, place) =>
    client.send("Input.dispatchMouseEvent", {
      type,
      x: left + ((right - left) * place) / 100,
      y,
      button: "left",
      buttons: 1,
      clickCount: 1,
    });
  await pointer("mousePressed", STOPS.at(-1));
  const times = [];
  for (let count = 0; count < STEPS + WARM; count += 1) {
    await page.evaluate(() => window.bench.awaitStep());
    await pointer("mouseMoved", STOPS[count % STOPS.length]);
    times.push(await page.evaluate(() => window.bench.stepped()));
  }
  await pointer("mouseReleased", STOPS.at(-1));
  const counted = times.slice(WARM);
  return { stepMedian: median(counted), stepLongest: Math.max(...counted) };
}

/**
 * Drags the slider to and fro with the mouse.
 *
 * @returns {Promise<Record<string, number>>}
 */
async function drag(page, client, { left, right, y }) {
  const pointer = (type, x) =>
    client.send("Input.dispatchMouseEvent", { type, x, y, button: "left", buttons: 1, clickCount: 1 });
  await pointer("mousePressed", left);
  await page.evaluate(() => window.bench.note());
  const before = await work(client);
  const began = performance.now();
  const sent = [];
  for (let time = 0; time < DRAG; time = performance.now() - began) {
    const place = (time / SWEEP) % 2;
    // Whether the page has heard of the last place does not keep a hand waiting.
    sent.push(pointer("mouseMoved", left + (right - left) * (place < 1 ? place : 2 - place)));
    await new Promise((resolve) => setTimeout(resolve, BETWEEN));
  }
  await Promise.all(sent);
  const { frames, longest, asked, drawn, late, seconds } = await page.evaluate(() => window.bench.noted());
  const after = await work(client);
  await pointer("mouseReleased", left);
  assert.ok(asked > 0, "the slider moves");
  const each = Object.fromEntries(Object.entries(after).map(([name, value]) => [name, (value - before[name]) / drawn]));
  return {
    frames: frames / seconds,
    asked: asked / seconds,
    drawn: drawn / seconds,
    follows: drawn / asked,
    late,
    longest,
    ...each,
  };
}

/** Moves the slider a value a frame; returns what there is in memory after some moves, and after many. */
async function move(page, client) {
  const seen = {};
  let done = 0;
  for (const moves of MOVES) {
    await page.evaluate((count) => window.bench.move(count), moves - done);
    done = moves;
    for (let round = 0; round < 2; round += 1) {
      await client.send("HeapProfiler.collectGarbage");
      await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    }
    const { nodes, jsEventListeners: listeners } = await client.send("Memory.getDOMCounters");
    const { usedSize: heap } = await client.send("Runtime.getHeapUsage");
    seen[moves] = { ...(await page.evaluate(() => window.bench.memory())), heap, nodes, listeners };
  }
  return seen;
}

/** Says in which functions the slowed main thread is while the slider is dragged. */
async function profile() {
  await onPage(LOCAL, OWN_SLIDERS.model, async (page, client, box) => {
    await client.send("Profiler.enable");
    await client.send("Profiler.setSamplingInterval", { interval: 200 });
    await client.send("Profiler.start");
    const { task, script, style, layout } = await drag(page, client, box);
    const { profile } = await client.send("Profiler.stop");
    const rows = Object.entries({ task, script, style, layout });
    console.log(
      table(
        ["main thread", "ms in an update"],
        rows.map(([name, value]) => [name, value.toFixed(2)]),
      ),
    );
    console.log(table(["function", "self, %"], selfTimes(profile)));
  });
}

/** Returns for how long the main thread has had the processor so far, in ms. */
async function work(client) {
  await client.send("Performance.enable", { timeDomain: "threadTicks" });
  const { metrics } = await client.send("Performance.getMetrics");
  const metric = (name) => metrics.find((each) => each.name === name).value * 1000;
  return {
    task: metric("TaskDuration"),
    script: metric("ScriptDuration"),
    style: metric("RecalcStyleDuration"),
    layout: metric("LayoutDuration"),
  };
}

function selfTimes({ nodes, samples, timeDeltas }) {
  const names = new Map(
    nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) => [
      id,
      `${functionName || "(anonymous)"} ${url.split("/").pop()}:${lineNumber + 1}`,
    ]),
  );
  const times = new Map();
  samples.forEach((id, place) => {
    const name = names.get(id);
    times.set(name, (times.get(name) ?? 0) + timeDeltas[place]);
  });
  const busy = [...times].filter(([name]) => !name.startsWith("(idle)"));
  const sum = busy.reduce((sum, [, time]) => sum + time, 0);
  const sorted = busy.sort(([, one], [, other]) => other - one).slice(0, 40);
  return sorted.map(([name, time]) => [name, ((100 * time) / sum).toFixed(1)]);
}

function showDrags(name, rows) {
  const tenths = (value) => value.toFixed(1);
  console.log(`\nA drag, ${name}\n`);
  console.log(
    table(
      [
        "slider",
        "frames in 1 s",
        "slider moves in 1 s",
        "updates in 1 s",
        "longest frame, ms",
        "frames late",
        "main thread in an update, ms",
        "script",
        "style",
        "layout",
      ],
      Object.entries(rows).map(([slider, row]) => [
        slider,
        ...[row.frames, row.asked, row.drawn, row.longest].map(tenths),
        ms(row.late),
        ...[row.task, row.script, row.style, row.layout].map(tenths),
      ]),
    ),
  );
}

function showSteps(rows) {
  const best = Math.min(...PEERS.map((name) => rows[name].stepMedian));
  console.log(`\nThe main thread's time for a frame in which a step changes the sentence, ${SLOWED.name}\n`);
  console.log(
    table(
      ["slider", "median, ms", "longest, ms", "/ static", "/ best peer"],
      Object.entries(rows).map(([slider, { stepMedian, stepLongest }]) => [
        slider,
        stepMedian.toFixed(1),
        stepLongest.toFixed(1),
        ratio(stepMedian / rows.static.stepMedian),
        ratio(stepMedian / best),
      ]),
    ),
  );
}

function showMemory(seen) {
  console.log("\nMemory after so many moves\n");
  const names = Object.keys(seen[MOVES[0]]);
  console.log(
    table(
      ["moves", ...names],
      Object.entries(seen).map(([moves, row]) => [moves, ...names.map((name) => row[name])]),
    ),
  );
}

function dragAims({ plain, model }) {
  return [
    {
      aim: `${RATE} updates a second`,
      isMet: model.drawn >= SLACK * RATE,
      measured: `${model.drawn.toFixed(1)} of ${model.frames.toFixed(1)} frames; plain slider ${plain.drawn.toFixed(1)} of ${plain.frames.toFixed(1)}: ${ratio(model.drawn / plain.drawn)}`,
    },
    {
      aim: `no frame of ${LONGEST} ms`,
      isMet: model.longest < LONGEST,
      measured: `${model.longest.toFixed(1)} ms; plain slider ${plain.longest.toFixed(1)} ms`,
    },
  ];
}

function memoryAims(seen) {
  const [first, , last] = MOVES.map((moves) => seen[moves]);
  const same = ["wasm", "table", "nodes", "listeners"].map((name) => ({
    aim: `no more ${name} after ${MOVES.at(-1)} moves than after ${MOVES[0]}`,
    isMet: last[name] <= first[name],
    measured: `${last[name]}, ${first[name]}`,
  }));
  const kept = (last.heap - first.heap) / (MOVES.at(-1) - MOVES[0]);
  const heap = {
    aim: `JavaScript's heap keeps less than the least object, ${OBJECT} bytes, of a move`,
    isMet: kept < OBJECT,
    measured: `${kept.toFixed(1)} bytes; ${last.heap} after ${MOVES.at(-1)} moves, ${first.heap} after ${MOVES[0]}`,
  };
  return [...same, heap];
}
