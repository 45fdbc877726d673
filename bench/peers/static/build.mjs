import { bundleClient } from "../build.mjs";
import { wholePage } from "../page.mjs";
import { figure } from "./model.mjs";
import { staticArticle, staticPage } from "./page.mjs";

/** Returns the page, by the path it is served at. */
export const staticFiles = (story, data) => ({ "/static": staticPage(story, data) });

/** Returns the page of a story with a mini-model, and the script that moves it. */
export async function staticModelFiles(story, data) {
  const page = wholePage(story, data, {
    head: '<script type="module" src="/peers/static-model.js"></script>',
    main: staticArticle(story, { figure }),
  });
  return { "/static-model": page, "/peers/static-model.js": await bundleClient("static/client-model.mjs") };
}
