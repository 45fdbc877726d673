import { hydrate } from "preact";
import { Story } from "./story.jsx";

const story = JSON.parse(document.getElementById("story").textContent);
hydrate(<Story story={story} />, document.getElementById("root"));
