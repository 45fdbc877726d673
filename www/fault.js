/** What keeps a story or its tools from coming; its detail is that of `explainer-error`. */
export class Fault extends Error {
  constructor(code, message, help) {
    super(message);
    this.detail = { code, message, help, fatal: true, problems: [] };
  }
}

/** The help for a file that does not come. */
export const REACH = "check that the page can reach it";

/** Fetches what must be there; `integrity` is as in HTML. */
export async function fetched(url, code, integrity = "") {
  const response = await fetch(url, { integrity }).catch((error) => {
    throw new Fault(code, `${url}: ${error.message}`, REACH);
  });
  if (!response.ok) throw new Fault(code, `${url}: HTTP ${response.status}`, REACH);
  return response;
}
