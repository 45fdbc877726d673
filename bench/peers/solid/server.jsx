import { generateHydrationScript, renderToString } from "solid-js/web";
import { Model } from "./model.jsx";
import { Story } from "./story.jsx";

export const head = () => generateHydrationScript();
export const render = (story) => renderToString(() => <Story story={story} Model={Model} />);
