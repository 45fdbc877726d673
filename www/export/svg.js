// The parts of a picture: an SVG tree of plain attributes, without the page's style. Written out, the
// tree is the SVG; painted, it is the PNG.

import { plainText } from "./plain-text.js";

/** @typedef {Record<string, string | number | undefined>} Attributes */

/**
 * What a picture shows from one height to another. `draw` returns it as SVG at a height, `gap` is
 * the room above it.
 *
 * @typedef {{ height: number, draw: (y: number) => SVGElement[], gap?: number }} Block
 */

/**
 * Returns an SVG element; attributes that are undefined are left out.
 *
 * @template {keyof SVGElementTagNameMap} Name
 * @param {Name} name
 * @param {Attributes} attributes
 * @param {(Node | string)[]} children
 */
export function createSvg(name, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    element.setAttribute(key, typeof value === "number" ? `${Math.round(value * 1000) / 1000}` : plainText(value));
  }
  element.append(...children);
  return element;
}

/**
 * Returns a block with one below the other.
 *
 * @param {Block[]} blocks
 * @returns {Block}
 */
export function stack(blocks) {
  return {
    height: sum(blocks.map(({ height, gap = 0 }) => gap + height)),
    draw(top) {
      let y = top;
      return blocks.flatMap(({ height, draw, gap = 0 }) => {
        y += gap + height;
        return draw(y - height);
      });
    },
  };
}

/** @param {number[]} numbers */
export const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
