// The three engines, by their drivers and the same client. Playwright's own builds of Firefox and WebKit are not
// those that readers have.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { Browser, Builder, Capabilities } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";
import firefox from "selenium-webdriver/firefox.js";

const SIZE = { width: 800, height: 900 };

/** Starts each engine; returns its driver and what ends it. */
export const ENGINES = {
  async chromium() {
    const options = new chrome.Options();
    options.addArguments("--headless", "--no-sandbox", "--disable-gpu", `--window-size=${SIZE.width},${SIZE.height}`);
    if (process.env.CHROMIUM) options.setBinaryPath(process.env.CHROMIUM);
    const builder = new Builder().forBrowser(Browser.CHROME).setChromeOptions(options);
    const driver = await builder.setChromeService(new chrome.ServiceBuilder("chromedriver")).build();
    return { driver, end: () => driver.quit() };
  },

  async firefox() {
    const options = new firefox.Options();
    options.addArguments("-headless", `-width=${SIZE.width}`, `-height=${SIZE.height}`);
    if (process.env.FIREFOX) options.setBinary(process.env.FIREFOX);
    const builder = new Builder().forBrowser(Browser.FIREFOX).setFirefoxOptions(options);
    const driver = await builder.setFirefoxService(new firefox.ServiceBuilder(process.env.GECKODRIVER)).build();
    return { driver, end: () => driver.quit() };
  },

  async webkit() {
    const port = await freePort();
    // A group of its own, so that the screen ends with the driver.
    const words = ["--auto-servernum", "WebKitWebDriver", `--port=${port}`];
    const screen = spawn("xvfb-run", words, { detached: true, stdio: "ignore" });
    const server = `http://127.0.0.1:${port}`;
    await answers(`${server}/status`);
    const capabilities = new Capabilities({ browserName: "MiniBrowser" });
    const driver = await new Builder().usingServer(server).withCapabilities(capabilities).build();
    await driver.manage().window().setRect(SIZE);
    const end = async () => {
      await driver.quit();
      const ended = once(screen, "exit");
      process.kill(-(/** @type {number} */ (screen.pid)));
      await ended;
    };
    return { driver, end };
  },
};

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  server.close();
  return port;
}

/** @param {string} address */
async function answers(address) {
  for (let tries = 0; tries < 100; tries += 1) {
    const found = await fetch(address).catch(() => undefined);
    if (found?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`nothing answers at ${address}`);
}
