import { hydrateRoot } from "react-dom/client";
import { Model } from "./model.jsx";
import { Story } from "./story.jsx";

const story = JSON.parse(document.getElementById("story").textContent);
hydrateRoot(document.getElementById("root"), <Story story={story} Model={Model} />);
