/** @jsxImportSource preact */
import type {} from "explainer-article/preact";
import { bundled } from "./stories.js";

export function Story() {
  return (
    <>
      <explainer-article
        class="story"
        src="/story.json"
        heading-level={2}
        assets="/explainer/"
        article={bundled}
        onexplainer-ready={(event) => console.info(event.detail.headline)}
      />
      {/* @ts-expect-error: no such time to load. */}
      <explainer-article loading="sometimes" />
      <explainer-model
        class="model"
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
