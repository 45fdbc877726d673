import { hydrate } from "preact";
import { Model } from "./model.jsx";
import { Story } from "./story.jsx";

const story = JSON.parse(document.getElementById("story").textContent);
hydrate(<Story story={story} Model={Model} />, document.getElementById("root"));
