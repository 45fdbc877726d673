// Compiled, never run: the tool in a browser or a worker.
import type { ExplainerProblem } from "explainer-article";
import { load, loadSync } from "explainer-article/tool";
import type { StoryProblem, Tool } from "explainer-article/tool";

declare const module: WebAssembly.Module;
declare const problem: StoryProblem;
// What the tool says is what the elements say.
const same: ExplainerProblem = problem;

export async function tools(): Promise<Tool[]> {
  return [
    loadSync(module),
    await load(module),
    await load(fetch("/explainer_tool.wasm")),
    await load(new Uint8Array()),
  ];
}

export { same };
