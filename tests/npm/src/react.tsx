import type { ExplainerArticleElement } from "explainer-article";
import type {} from "explainer-article/react";
import { useRef } from "react";
import { bundled } from "./stories.js";

export function Story() {
  const element = useRef<ExplainerArticleElement>(null);
  return (
    <>
      <explainer-article
        ref={element}
        className="story"
        src="/story.json"
        heading-level={2}
        loading="interaction"
        problems
        article={bundled}
        onexplainer-error={(event) => console.warn(event.detail.help)}
      />
      {/* @ts-expect-error: no such time to load. */}
      <explainer-article loading="sometimes" />
      <explainer-model
        className="model"
        model={bundled.models?.[0]}
        scenario="growth=40"
        loading="eager"
        onexplainer-model-change={(event) => console.info(event.detail.sentence)}
      />
      {/* @ts-expect-error: the property is the model itself, not its id. */}
      <explainer-model model="agi-trigger" />
    </>
  );
}
