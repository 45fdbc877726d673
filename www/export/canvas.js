/**
 * Returns what paints on a fresh canvas.
 *
 * @param {number} width
 * @param {number} height
 */
export function createContext(width, height) {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("the browser has no memory left for a picture");
  return context;
}
