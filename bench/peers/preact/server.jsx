import { renderToString } from "preact-render-to-string";
import { Story } from "./story.jsx";

export const render = (story) => renderToString(<Story story={story} />);
