// What elements leave behind that come and go.
import assert from "node:assert/strict";

/** Keeps the wasm's memory in `window.memory`. Runs in the page. */
export function watchMemory() {
  const { Instance } = WebAssembly;
  WebAssembly.Instance = new Proxy(Instance, {
    construct(target, words) {
      const instance = Reflect.construct(target, words);
      // The other parts of the wasm use the memory of the main part.
      window.memory = instance.exports.memory ?? window.memory;
      return instance;
    },
  });
}

/** Returns a function that counts the nodes and listeners that are left on the page. */
export async function measuring(page) {
  const client = await page.context().newCDPSession(page);
  await client.send("Performance.enable");
  return async () => {
    // Several times: what a finalizer frees in one round can be collected in the next.
    for (let round = 0; round < 4; round += 1) {
      await client.send("HeapProfiler.collectGarbage");
      await page.waitForTimeout(50); // Nothing tells when finalizers have run.
    }
    const { metrics } = await client.send("Performance.getMetrics");
    const metric = (name) => metrics.find((each) => each.name === name).value;
    return { nodes: metric("Nodes"), listeners: metric("JSEventListeners") };
  };
}

/** Fails where 450 rounds more leave nodes, listeners or over `bytes` of memory that 50 did not. */
export async function leavesNothing(page, rounds, { bytes = 0 } = {}) {
  const heap = await measuring(page);
  const measure = async () => ({
    ...(await heap()),
    bytes: await page.evaluate(() => window.memory.buffer.byteLength),
  });
  await rounds(50);
  const early = await measure();
  await rounds(450);
  const late = await measure();
  console.log("after 50:", early, "after 500:", late);
  assert.ok(late.nodes <= early.nodes + 50, `nodes: ${early.nodes}, then ${late.nodes}`);
  assert.ok(late.listeners <= early.listeners + 5, `listeners: ${early.listeners}, then ${late.listeners}`);
  assert.ok(late.bytes <= early.bytes + bytes, `wasm memory: ${early.bytes}, then ${late.bytes}`);
}
