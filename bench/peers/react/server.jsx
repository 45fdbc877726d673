import { renderToString } from "react-dom/server";
import { Story } from "./story.jsx";

export const render = (story) => renderToString(<Story story={story} />);
