import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { ExplainerArticleAttributes, ExplainerArticleElement, ExplainerArticleEventMap, ExplainerArticleStory } from "./explainer-article.js";

type Handlers = {
  [K in keyof ExplainerArticleEventMap as `on${K}`]?: (event: ExplainerArticleEventMap[K]) => void;
};

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "explainer-article": DetailedHTMLProps<HTMLAttributes<ExplainerArticleElement>, ExplainerArticleElement> &
        ExplainerArticleAttributes &
        Handlers & { article?: ExplainerArticleStory };
    }
  }
}
