import { renderToString } from "preact-render-to-string";
import { Model } from "./model.jsx";
import { Story } from "./story.jsx";

export const render = (story) => renderToString(<Story story={story} Model={Model} />);
