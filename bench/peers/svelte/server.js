import { render as renderComponent } from "svelte/server";
import Model from "./Model.svelte";
import Story from "./Story.svelte";

export const render = (story) => renderComponent(Story, { props: { story, Model } });
