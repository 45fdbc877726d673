// What runs inside the measured page; kept light, and the same for every page.

/** Notes when the signs of a page are painted, and its long tasks. */
export function watch(signs) {
  const bench = { seen: {}, tasks: [] };
  const isPainted = (element) => element?.getClientRects().length > 0;
  const find = {
    text: () => isPainted(document.querySelector(signs.text)),
    fold: () => isPainted(document.querySelector(signs.fold)),
    terms: () => {
      const mention = document.querySelector(signs.term);
      return isPainted(mention) && document.getElementById(mention.hash.slice(1)) !== null;
    },
  };
  if (signs.tools) {
    const { host, sign } = signs.tools;
    find.tools = () => (host ? document.querySelector(host)?.shadowRoot : document)?.querySelector(sign);
  }
  // Comes after the frame in which something was found.
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => {
    const now = performance.now();
    for (const name of data) bench.seen[name] = now;
    if (Object.keys(bench.seen).length === Object.keys(find).length) bench.finish();
  };
  const wanted = new Set(Object.keys(find));
  const look = () => {
    const found = [...wanted].filter((name) => find[name]());
    for (const name of found) wanted.delete(name);
    if (found.length > 0) port2.postMessage(found);
    if (wanted.size > 0) requestAnimationFrame(look);
  };
  bench.finished = new Promise((resolve) => {
    bench.finish = resolve;
  });
  bench.observer = new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) bench.tasks.push({ start: startTime, duration });
  });
  bench.observer.observe({ type: "longtask", buffered: true });
  window.bench = bench;
  requestAnimationFrame(look);
}

/** Waits until a second after everything was there, and returns what was seen. */
export async function collect() {
  const { bench } = window;
  await bench.finished;
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const files = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
  return {
    seen: bench.seen,
    tasks: bench.tasks,
    paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
    files: files.map(({ name, responseEnd, encodedBodySize, transferSize }) => ({
      path: new URL(name).pathname,
      at: responseEnd,
      bytes: transferSize > 0 ? encodedBodySize : 0,
    })),
  };
}
