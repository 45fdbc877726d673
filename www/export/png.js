// Paints a picture on a canvas: unlike an image of the SVG, it has the page's fonts and needs no
// permission of the page's policy.

import { createContext } from "./canvas.js";
import { fontOf } from "./text.js";

/** What phones still paint. */
const MAX_PIXELS = 16e6;

/**
 * Returns a picture as a PNG.
 *
 * @param {SVGSVGElement} card
 * @returns {Promise<Blob>}
 */
export function paintPng(card) {
  const [width, height] = [numberOf(card, "width"), numberOf(card, "height")];
  const scale = Math.min(2, Math.sqrt(MAX_PIXELS / (width * height)));
  const context = createContext(Math.floor(width * scale), Math.floor(height * scale));
  context.scale(scale, scale);
  // As in SVG.
  context.miterLimit = 4;
  for (const child of card.children) paint(context, child);
  return new Promise((resolve, reject) => {
    context.canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the picture is too large"))));
  });
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Element} element
 */
function paint(context, element) {
  // A title and a description are not seen.
  if (!(element instanceof SVGGraphicsElement)) return;
  context.save();
  const matrix = element.transform.baseVal.consolidate()?.matrix;
  if (matrix) context.transform(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f);
  if (element.localName === "g") {
    for (const child of element.children) paint(context, child);
  } else if (element.localName === "text") {
    paintText(context, element);
  } else {
    const path = outlineOf(element);
    paintInOrder(context, element, { fill: () => context.fill(path), stroke: () => context.stroke(path) });
  }
  context.restore();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {SVGElement} text
 */
function paintText(context, text) {
  const attribute = (/** @type {string} */ name) => text.getAttribute(name) ?? "";
  context.font = fontOf(attribute("font-weight") || 400, attribute("font-size"), attribute("font-family"));
  context.direction = attribute("direction") === "rtl" ? "rtl" : "ltr";
  const anchor = attribute("text-anchor");
  context.textAlign = anchor === "middle" ? "center" : anchor === "end" ? "end" : "start";
  /** @type {[string, number, number]} */
  const line = [text.textContent, numberOf(text, "x"), numberOf(text, "y")];
  paintInOrder(context, text, { fill: () => context.fillText(...line), stroke: () => context.strokeText(...line) });
}

/**
 * Fills and strokes with an element's attributes.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {Element} element
 * @param {{ fill: () => void, stroke: () => void }} paints
 */
function paintInOrder(context, element, paints) {
  const attribute = (/** @type {string} */ name, initial = "") => element.getAttribute(name) ?? initial;
  context.lineWidth = Number(attribute("stroke-width", "1"));
  context.lineJoin = attribute("stroke-linejoin") === "round" ? "round" : "miter";
  context.lineCap = attribute("stroke-linecap") === "round" ? "round" : "butt";
  context.setLineDash(
    attribute("stroke-dasharray")
      .match(/[\d.]+/g)
      ?.map(Number) ?? [],
  );
  /** @type {("fill" | "stroke")[]} */
  const order = attribute("paint-order").startsWith("stroke") ? ["stroke", "fill"] : ["fill", "stroke"];
  for (const kind of order) {
    const color = attribute(kind, "none");
    if (color === "none") continue;
    context[`${kind}Style`] = color;
    context.globalAlpha = Number(attribute("opacity", "1")) * Number(attribute(`${kind}-opacity`, "1"));
    paints[kind]();
  }
}

/** @param {Element} shape */
function outlineOf(shape) {
  const path = new Path2D(shape.getAttribute("d") ?? "");
  const numbers = (/** @type {string[]} */ ...names) => names.map((name) => numberOf(shape, name));
  if (shape.localName === "line") {
    const [x1, y1, x2, y2] = numbers("x1", "y1", "x2", "y2");
    path.moveTo(x1, y1);
    path.lineTo(x2, y2);
  } else if (shape.localName === "rect") {
    const [x, y, width, height] = numbers("x", "y", "width", "height");
    path.roundRect(x, y, width, height, numberOf(shape, "rx"));
  } else if (shape.localName === "circle") {
    const [x, y, radius] = numbers("cx", "cy", "r");
    path.arc(x, y, radius, 0, 2 * Math.PI);
  }
  return path;
}

/**
 * @param {Element} element
 * @param {string} attribute
 */
const numberOf = (element, attribute) => Number(element.getAttribute(attribute));
