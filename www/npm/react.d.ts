import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type {
  ExplainerArticleAttributes,
  ExplainerArticleElement,
  ExplainerArticleEventMap,
  ExplainerArticleStory,
} from "./explainer-article.js";
import type {
  ExplainerMiniModel,
  ExplainerModelAttributes,
  ExplainerModelElement,
  ExplainerModelEventMap,
} from "./explainer-model.js";

type Handlers<Events> = {
  [K in keyof Events & string as `on${K}`]?: (event: Events[K]) => void;
};

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "explainer-article": DetailedHTMLProps<HTMLAttributes<ExplainerArticleElement>, ExplainerArticleElement> &
        ExplainerArticleAttributes &
        Handlers<ExplainerArticleEventMap> & { article?: ExplainerArticleStory };
      // Where the element has a property of an attribute's name, the property is set.
      "explainer-model": DetailedHTMLProps<HTMLAttributes<ExplainerModelElement>, ExplainerModelElement> &
        Omit<ExplainerModelAttributes, "model"> &
        Handlers<ExplainerModelEventMap> & { model?: ExplainerMiniModel; scenario?: string };
    }
  }
}
