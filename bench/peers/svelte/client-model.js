import { hydrate } from "svelte";
import Model from "./Model.svelte";
import Story from "./Story.svelte";

const story = JSON.parse(document.getElementById("story").textContent);
hydrate(Story, { target: document.getElementById("root"), props: { story, Model } });
