// Visits a page as a new reader does: in a context of its own, over the line and on the machine
// that were asked for.
import { launch } from "../tests/support/site.mjs";

export { launch };

/** Where a page is read: `line` is for Network.emulateNetworkConditions, in bytes and ms; `slowdown` is the CPU's. */
export const LOCAL = { name: "local", slowdown: 1, line: undefined };
export const THROTTLED = {
  name: "throttled",
  slowdown: 4,
  line: { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 },
};
/** Where the line is not what is measured. */
export const SLOWED = { ...THROTTLED, name: "CPU 4 times slower", line: undefined };

/** Opens an empty page where `probe` will watch the next document, and gives it to `act`. */
export async function visit(browser, { line, slowdown }, [probe, options], act) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(probe, options);
    const client = await context.newCDPSession(page);
    if (line) {
      await client.send("Network.enable");
      await client.send("Network.emulateNetworkConditions", line);
    }
    await client.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    // A new context keeps the browser busy for a while.
    await new Promise((resolve) => setTimeout(resolve, 500));
    return await act(page, client);
  } finally {
    await context.close();
  }
}

/** Calls `measure` for every one of `pages` in turn, so that a drift of the machine hits all alike; the first round only warms up. */
export async function inRounds(pages, count, measure) {
  const runs = Object.fromEntries(Object.keys(pages).map((name) => [name, []]));
  for (let round = 0; round <= count; round += 1) {
    for (const [name, page] of Object.entries(pages)) {
      const run = await measure(page, name);
      if (round > 0) runs[name].push(run);
    }
  }
  return runs;
}

/** Returns the time by which long tasks that began before `end` were too long, and the longest of them. */
export function blocking(tasks, end) {
  const counted = tasks.filter(({ start }) => start < end).map(({ duration }) => duration);
  return {
    blocking: counted.reduce((sum, duration) => sum + Math.max(0, duration - 50), 0),
    longest: Math.max(0, ...counted),
  };
}
