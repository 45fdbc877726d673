import { renderToString } from "react-dom/server";
import { Model } from "./model.jsx";
import { Story } from "./story.jsx";

export const render = (story) => renderToString(<Story story={story} Model={Model} />);
