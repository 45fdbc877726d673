// What runs inside the page while the slider of a mini-model is dragged.

/** Puts on `window.bench` what finds the model, which is `host` or in its shadow root, moves its slider and notes its frames. */
export function watch({ host, ready, isShadow }) {
  const bench = {};
  window.bench = bench;
  let exports;
  WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
    construct(target, words) {
      const instance = Reflect.construct(target, words);
      // The other parts of the wasm use the memory of the main part.
      if ("memory" in instance.exports) exports = instance.exports;
      return instance;
    },
  });
  const frame = () => new Promise(requestAnimationFrame);
  let slider;
  let drawn; // Reads what the slider moves.
  let said; // Reads the sentence that it changes.
  let root;

  const addPlain = (model) => {
    model.insertAdjacentHTML(
      "beforebegin",
      '<p id="plain"><input type="range" min="0" max="150" step="0.5" style="inline-size: 100%"><output>50</output></p>',
    );
    const [input, output] = document.querySelectorAll("#plain > *");
    input.addEventListener("input", () => {
      output.value = input.value;
    });
  };

  /** Opens the folds around the model and waits until it is at play. */
  bench.begin = async () => {
    const model = document.querySelector(host);
    for (let outer = model.closest("details"); outer; outer = outer.parentElement.closest("details")) outer.open = true;
    // A page that hydrates must find what it was sent.
    if (isShadow) addPlain(model);
    model.scrollIntoView({ block: "center", behavior: "instant" });
    while (!(isShadow ? model.shadowRoot : document)?.querySelector(ready)) await frame();
    root = isShadow ? model.shadowRoot : model;
    // What the story itself does at the beginning is measured elsewhere.
    await new Promise((resolve) => setTimeout(resolve, 1500));
  };

  /** Brings the slider in sight; returns where its middle line is. */
  bench.show = async ({ slider: input, drawn: [selector, attribute], sentence, isPlain, isOpen }) => {
    const scope = isPlain ? document.querySelector("#plain") : root;
    slider = scope.querySelector(input);
    drawn = () => {
      const element = scope.querySelector(selector);
      return attribute ? element.getAttribute(attribute) : element.textContent;
    };
    said = () => scope.querySelector(sentence).textContent;
    if (isOpen) root.querySelector("details").open = true;
    slider.scrollIntoView({ block: "center", behavior: "instant" });
    for (let count = 0; count < 10; count += 1) await frame();
    const { left, right, top, bottom } = slider.getBoundingClientRect();
    return { left: left + 12, right: right - 12, y: (top + bottom) / 2 };
  };

  let noted;
  /** Notes every frame from now on. */
  bench.note = () => {
    const began = performance.now();
    const seen = { frames: 0, longest: 0, asked: 0, drawn: 0, late: 0 };
    let isOn = true;
    let before;
    let shown = { value: slider.value, drawn: drawn() };
    const { port1, port2 } = new MessageChannel();
    // Comes when the frame is laid out and painted.
    port1.onmessage = () => {
      const now = { value: slider.value, drawn: drawn() };
      if (now.value !== shown.value) seen.asked += 1;
      if (now.drawn !== shown.drawn) seen.drawn += 1;
      shown = now;
    };
    const look = (now) => {
      if (!isOn) return;
      if (before !== undefined) {
        const took = now - before;
        seen.frames += 1;
        seen.longest = Math.max(seen.longest, took);
        if (took > 20) seen.late += 1;
      }
      before = now;
      port2.postMessage(undefined);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    noted = () => {
      isOn = false;
      return { ...seen, seconds: (performance.now() - began) / 1000 };
    };
  };
  bench.noted = () => noted();

  /**
   * Notes of the next move how long the main thread takes for its frame: from the input event, before
   * anybody has heard of it, until the first frame that shows another sentence is painted. The browser
   * hands out a move of the mouse at the beginning of a frame, so no waiting for one is in that time,
   * except where the page itself leaves its work to a later frame.
   */
  bench.awaitStep = () => {
    const before = said();
    const { port1, port2 } = new MessageChannel();
    const onInput = (resolve) => {
      const began = performance.now();
      const next = () => requestAnimationFrame(() => port2.postMessage(undefined));
      // Comes when the frame is laid out and painted.
      port1.onmessage = () => {
        if (said() === before) next();
        else resolve(performance.now() - began);
      };
      next();
    };
    bench.step = new Promise((resolve) => {
      addEventListener("input", () => onInput(resolve), { capture: true, once: true });
    });
  };
  bench.stepped = () => bench.step;

  /** Moves the slider that many times, and to where it was. */
  bench.move = async (count) => {
    for (let left = count; left > 0; left -= 1) {
      slider.value = left === 1 ? 50 : (left * 7) % 150;
      slider.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
      await frame();
    }
    // What is said once the hand rests.
    await new Promise((resolve) => setTimeout(resolve, 1000));
  };

  /** Returns what the widget holds: bytes of wasm, and places in its tables of functions and objects. */
  bench.memory = () => {
    const all = Object.values(exports);
    const tables = all.filter((each) => each instanceof WebAssembly.Table);
    return {
      wasm: all.find((each) => each instanceof WebAssembly.Memory).buffer.byteLength,
      table: tables.reduce((sum, { length }) => sum + length, 0),
    };
  };
}
