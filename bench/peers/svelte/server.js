import { render as renderComponent } from "svelte/server";
import Story from "./Story.svelte";

export const render = (story) => renderComponent(Story, { props: { story } });
