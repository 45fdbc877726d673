import { renderToString } from "preact-render-to-string";
import { Card } from "./card.jsx";
import { Tools } from "./tools.jsx";

export const tools = () => renderToString(<Tools />);
export const card = () => renderToString(<Card />);
