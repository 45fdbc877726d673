import { hydrate } from "preact";
import { Card } from "./card.jsx";
import { Tools } from "./tools.jsx";

hydrate(<Card />, document.getElementById("card"));
hydrate(<Tools />, document.getElementById("tools"));
document.documentElement.dataset.tools = "ready";
