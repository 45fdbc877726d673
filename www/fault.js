/** What keeps a story or its tools from coming; its detail is that of `explainer-error`. */
export class Fault extends Error {
  constructor(code, message, mend) {
    super(message);
    this.detail = { code, message, mend, fatal: true, problems: [] };
  }
}

/** Fetches what must be there; `integrity` is as in HTML. */
export async function fetched(url, code, integrity = "") {
  const mend = `check that the page can reach it`;
  const response = await fetch(url, { integrity }).catch((error) => {
    throw new Fault(code, `${url}: ${error.message}`, mend);
  });
  if (!response.ok) throw new Fault(code, `${url}: HTTP ${response.status}`, mend);
  return response;
}
