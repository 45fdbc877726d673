import type { HTMLAttributes } from "preact";
import type { ExplainerArticleAttributes, ExplainerArticleElement, ExplainerArticleEventMap, ExplainerArticleStory } from "./explainer-article.js";

type Handlers = {
  [K in keyof ExplainerArticleEventMap as `on${K}`]?: (event: ExplainerArticleEventMap[K]) => void;
};

declare module "preact" {
  namespace JSX {
    interface IntrinsicElements {
      "explainer-article": HTMLAttributes<ExplainerArticleElement> &
        ExplainerArticleAttributes &
        Handlers & { article?: ExplainerArticleStory };
    }
  }
}
