import { hydrate } from "solid-js/web";
import { Story } from "./story.jsx";

const story = JSON.parse(document.getElementById("story").textContent);
hydrate(() => <Story story={story} />, document.getElementById("root"));
