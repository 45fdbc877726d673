import { bundleClient, bundleServer } from "../build.mjs";
import { hydratedPage } from "../page.mjs";

/** Returns the page and its script, by the path they are served at. */
export async function reactFiles(story, data) {
  const { render } = await bundleServer("react/server.jsx");
  return {
    "/react": hydratedPage(story, data, { name: "react", main: render(story) }),
    "/peers/react.js": await bundleClient("react/client.jsx"),
  };
}
