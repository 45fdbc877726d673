// The sliders that are dragged: ours, the peers', and one that only shows its number.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { MODEL, modelFiles, PEERS, prerender, STORY } from "./pages.mjs";
import { widgetFiles } from "./server.mjs";

const OUT = fileURLToPath(new URL("../target/bench/", import.meta.url));
const SETTING = "growth";
const OURS = {
  address: "/story",
  place: {
    host: `.explainer-section explainer-model[model=${MODEL}]`,
    ready: ".explainer-columns",
    isShadow: true,
  },
  slider: `[type=range][data-explainer-setting=${SETTING}]`,
  drawn: [".explainer-columns", "d"],
  sentence: ".explainer-readout",
};
const peer = (name) => ({
  address: `/${name}-model`,
  place: { host: `#${MODEL}`, ready: "[data-tools=ready]", isShadow: false },
  slider: "input",
  drawn: [".curve", "d"],
  sentence: ".sentence",
});

/** Ours, and a slider beside it that writes its value and nothing else. */
export const OWN_SLIDERS = {
  plain: { ...OURS, slider: "input", drawn: ["output"], sentence: "output", isPlain: true },
  model: OURS,
  "model, its table open": { ...OURS, isOpen: true },
};

/** The same model on the hand-written page, which is the limit, and as the peers have it. */
export const PEER_SLIDERS = {
  static: peer("static"),
  ...Object.fromEntries(PEERS.map((name) => [name, peer(name.toLowerCase().replace(" ", "-"))])),
};

/** Returns the files of all these pages. */
export async function sliderFiles() {
  return { ...widgetFiles(), "/story": prerender(story()), ...(await modelFiles()) };
}

/** Writes the story with steps so fine that every frame of a drag brings another value; returns where. */
function story() {
  const story = JSON.parse(readFileSync(STORY, "utf8"));
  const model = story.models.find(({ id }) => id === MODEL);
  model.parameters.find(({ id }) => id === SETTING).step = 0.5;
  mkdirSync(OUT, { recursive: true });
  writeFileSync(`${OUT}models-story.json`, JSON.stringify(story));
  return `${OUT}models-story.json`;
}
