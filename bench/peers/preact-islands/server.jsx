import { renderToString } from "preact-render-to-string";
import { Card } from "./card.jsx";
import { Model } from "./model.jsx";
import { Tools } from "./tools.jsx";

export const tools = () => renderToString(<Tools />);
export const card = () => renderToString(<Card />);
export const figure = (model) => renderToString(<Model model={model} />);
