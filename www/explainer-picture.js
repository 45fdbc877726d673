// Makes what an editor takes away from a model: its table as CSV, its drawing as SVG or PNG.
// A picture is an SVG tree of plain attributes: written out it is the SVG, painted it is the PNG.

const SVG = "http://www.w3.org/2000/svg";
const XML = "http://www.w3.org/XML/1998/namespace";
const WIDTH = 1200;
const LEAST_HEIGHT = 630;
const MOST_DRAWING = 900;
const MARGIN = 64;
const INNER = WIDTH - 2 * MARGIN;
const LINE = 1.3;
/** What phones still paint. */
const MOST_PIXELS = 16e6;

/** Returns a table as RFC 4180 text, a value for each column; hidden rows are left out. */
export function csv(table) {
  const field = ({ cell }) => (cell ? quoted(harmless(value(cell))) : "");
  return grid(table)
    .map((row) => `${row.map(field)}\r\n`)
    .join("");
}

/**
 * Returns a picture, 1,200 pixels wide, as a Blob; a PNG ("png") has twice the pixels of an SVG ("svg").
 * It shows `drawing`, or without one `table`, in the colours and the font it has on the page, where it
 * must be laid out. Gradients, patterns, markers, masks, filters, images and `use` are left out.
 */
export async function picture(what, type) {
  const { fontFamily } = getComputedStyle(what.drawing ?? what.table);
  await document.fonts.load(`700 1em ${fontFamily}`, what.title || " ").catch(() => {});
  const card = compose(what);
  if (type === "png") return png(card);
  return new Blob([new XMLSerializer().serializeToString(card)], { type: "image/svg+xml;charset=utf-8" });
}

/** Has the browser save a file; of its name letters, digits, hyphens and the extension stay. */
export function save(blob, name) {
  const [, stem, extension = ""] = name.normalize().match(/^(.*?)(\.[a-z\d]+)?$/is);
  const plain = stem.replace(/[^\p{L}\p{M}\p{N}]+/gu, "-").replace(/^-/, "");
  const download = ([...plain].slice(0, 80).join("").replace(/-$/, "") || "model") + extension;
  const href = URL.createObjectURL(blob);
  Object.assign(document.createElement("a"), { href, download }).click();
  setTimeout(() => URL.revokeObjectURL(href), 30000);
}

// Words and values.

/** Returns text with white space as HTML shows it and without what XML cannot hold. */
const clean = (text) =>
  String(text ?? "")
    .replace(/[ \t\n\f\r]+/g, " ")
    .replace(/[\p{Cc}\p{Cs}\p{NChar}]/gu, "");
const shown = (text) => clean(text).replace(/^ +| +$/g, "");

/** Returns what a cell says to machines, or else to readers. */
function value(cell) {
  const only = (selector) => {
    const found = cell.querySelectorAll(selector);
    return found.length === 1 ? found[0] : undefined;
  };
  return only("data[value]")?.value ?? only("time[datetime]")?.dateTime ?? shown(cell.textContent);
}

/** Keeps spreadsheets from taking text for a formula; a number is none. */
const harmless = (text) =>
  /^[=+\-@＝＋－＠\t\r]/.test(text) && !/^[-+]?[\p{Nd}.,\xa0\u202f]*\p{Nd}%?$/u.test(text) ? `'${text}` : text;

const quoted = (text) => (/[",\t\r\n]|^ | $/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const sum = (numbers) => numbers.reduce((all, number) => all + number, 0);

/** Returns a table's rows as one slot for each column, empty where another cell reaches over it. */
function grid(table) {
  const reach = [];
  return [...table.rows]
    .filter((row) => !row.hasAttribute("hidden"))
    .map((row) => {
      const slots = [];
      const skip = () => {
        for (; reach[slots.length] > 0; slots.push({})) reach[slots.length] -= 1;
      };
      for (const cell of row.cells) {
        skip();
        for (let i = 0; i < cell.colSpan; i += 1) {
          reach[slots.length] = cell.rowSpan - 1;
          slots.push(i ? {} : { cell, span: cell.colSpan });
        }
      }
      skip();
      return slots;
    });
}

// The card.

/** Returns an SVG element; attributes that are undefined or null are left out. */
function make(name, attributes, ...children) {
  const element = document.createElementNS(SVG, name);
  for (const [key, given] of Object.entries(attributes)) {
    if (given == null) continue;
    element.setAttribute(key, typeof given === "number" ? Math.round(given * 1000) / 1000 : clean(given));
  }
  element.append(...children);
  return element;
}

/** Returns the whole picture: from top to bottom title, drawing or table, settings, source. */
function compose({ drawing, table, title, settings, source, lang, dir }) {
  const subject = drawing ?? table;
  const style = getComputedStyle(subject);
  const direction = dir === "rtl" ? "rtl" : "ltr";
  const look = { fill: colour(style.color)[0], "font-family": style.fontFamily, direction };
  const body = drawing ? figure(drawing, style) : list(table, look);
  const parts = [
    paragraph(title, { ...look, "font-size": 44, "font-weight": 700 }),
    { gap: 36, ...body },
    { gap: 36, ...paragraph(settings, { ...look, "font-size": 26 }) },
    { gap: 16, ...paragraph(source, { ...look, "font-size": 20, "fill-opacity": 0.75 }) },
  ].filter((part) => part.height);
  if (parts.length) parts[0].gap = 0;
  const needed = 2 * MARGIN + sum(parts.map(({ gap, height }) => gap + height));
  const height = Math.ceil(Math.max(LEAST_HEIGHT, needed));
  const card = make(
    "svg",
    { width: WIDTH, height, viewBox: `0 0 ${WIDTH} ${height}`, direction },
    make("title", {}, shown(title)),
    make("desc", {}, shown(settings)),
    make("rect", { x: 0, y: 0, width: WIDTH, height, fill: ground(subject) }),
  );
  if (lang) card.setAttributeNS(XML, "xml:lang", clean(lang));
  let y = MARGIN;
  for (const part of parts) {
    // What is to spare stands above and below the drawing.
    const spare = part.draw === body.draw ? Math.max(0, LEAST_HEIGHT - needed) / 2 : 0;
    y += part.gap + spare;
    card.append(...part.draw(y));
    y += part.height + spare;
  }
  return card;
}

/** Returns text set in lines with the attributes in `look`; it draws itself at a height. */
function paragraph(text, look, x = MARGIN, width = INNER) {
  const { "font-size": size, "text-anchor": anchor, direction } = look;
  const lines = wrapped(shown(text), look, width);
  const edge = (direction === "rtl") === (anchor === "end") ? x : x + width;
  const line = (words, y) => make("text", { x: edge, y, ...look }, words);
  return {
    height: lines.length * size * LINE,
    draw: (y) => lines.map((words, i) => line(words, y + size * (1 + LINE * i))),
  };
}

/** Returns the lines that text takes; a word too long for one is broken. */
function wrapped(text, look, width) {
  const fits = (line) => measured(line, look).width <= width;
  const lines = [];
  let line = "";
  const end = () => {
    if (line) lines.push(line);
    line = "";
  };
  for (const word of text.split(" ")) {
    const longer = line ? `${line} ${word}` : word;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    end();
    for (const letter of word) {
      if (!fits(line + letter)) end();
      line += letter;
    }
  }
  end();
  return lines;
}

// The table as a drawing.

const PAD = 14;
const GUTTER = 32;
const SIZES = [24, 20, 16];

/** Returns the table set in columns, in the largest size that has room for its words. */
function list(table, look) {
  const rows = grid(table);
  const sets = SIZES.map((size) => columns(rows, { ...look, "font-size": size }));
  const set = sets.find(({ isTight }) => !isTight) ?? sets.at(-1);
  const parts = rows.map((row) => line(row, set));
  return {
    height: sum(parts.map((part) => part.height)),
    draw(y) {
      return parts.flatMap((part) => part.draw((y += part.height) - part.height));
    },
  };
}

/** Returns where columns begin, each as wide as its words ask for. */
function columns(rows, look) {
  const count = Math.max(1, ...rows.map((row) => row.length));
  const room = INNER - GUTTER * (count - 1);
  const [least, most] = [Array(count).fill(1), Array(count).fill(1)];
  for (const row of rows) {
    row.forEach(({ cell, span }, i) => {
      if (span !== 1) return;
      const words = shown(cell.textContent);
      // However long a word or a text is, the other columns need room too.
      const width = (text) => Math.min(measured(text, lettered(cell, look)).width + 1, room * 0.6);
      least[i] = Math.max(least[i], ...words.split(" ").map(width));
      most[i] = Math.max(most[i], width(words));
    });
  }
  const starts = [0];
  for (const width of shares(least, most, room)) starts.push(starts.at(-1) + width + GUTTER);
  return { starts, look, isTight: sum(least) > room };
}

/** Shares the room out among columns that ask for so much at least and at most. */
function shares(least, most, room) {
  const [low, high] = [sum(least), sum(most)];
  if (high <= room) return most.map((width) => width + (room - high) / most.length);
  if (low > room)
    return shares(
      least.map((width) => Math.min(width, Math.floor(room / most.length))),
      least,
      room,
    );
  return least.map((width, i) => width + ((most[i] - width) * (room - low)) / (high - low));
}

/** Returns one row of the table with the rule below it. */
function line(row, { starts, look }) {
  const cells = row.flatMap(({ cell, span }, i) => {
    if (!cell) return [];
    const [start, end] = [starts[i], (starts[i + span] ?? starts.at(-1)) - GUTTER];
    const x = MARGIN + (look.direction === "rtl" ? INNER - end : start);
    return [paragraph(cell.textContent, lettered(cell, look), x, end - start)];
  });
  const isHead = row.every(({ cell }) => !cell || cell.closest("thead"));
  const height = Math.max(look["font-size"] * LINE, ...cells.map((cell) => cell.height)) + 2 * PAD;
  const rule = { "stroke-width": isHead ? 2 : 1, "stroke-opacity": isHead ? 1 : 0.3 };
  const across = (y) => ({ x1: MARGIN, x2: WIDTH - MARGIN, y1: y, y2: y, stroke: look.fill, ...rule });
  return {
    height,
    draw: (y) => [...cells.flatMap((cell) => cell.draw(y + PAD)), make("line", across(y + height))],
  };
}

/** Returns how a cell's text looks: at the far end where the page has it there. */
function lettered(cell, look) {
  const { fontWeight, textAlign } = getComputedStyle(cell);
  const far = ["end", look.direction === "rtl" ? "left" : "right"];
  return { ...look, "font-weight": fontWeight, "text-anchor": far.includes(textAlign) ? "end" : "start" };
}

// The drawing, with all that it takes from the page's style.

/** The lengths that each shape has. */
const SHAPES = {
  rect: ["x", "y", "width", "height", "rx", "ry"],
  line: ["x1", "y1", "x2", "y2"],
  circle: ["cx", "cy", "r"],
  ellipse: ["cx", "cy", "rx", "ry"],
  path: [],
  polyline: [],
  polygon: [],
};
/** How a shape is painted that says nothing. */
const STROKE = {
  "stroke-width": "1",
  "stroke-dasharray": "none",
  "stroke-dashoffset": "0",
  "stroke-linecap": "butt",
  "stroke-linejoin": "miter",
  "paint-order": "normal",
};
const LETTERS = ["font-style", "font-weight", "font-size", "font-family", "text-anchor", "direction"];

/** Returns the drawing as large as it may stand. */
function figure(drawing, style) {
  const view = drawing.viewBox.baseVal;
  const { width, height } = view?.width ? view : drawing.getBoundingClientRect();
  const { x, y } = view?.width ? view : { x: 0, y: 0 };
  const scale = Math.min(INNER / width, MOST_DRAWING / height);
  const left = (WIDTH - width * scale) / 2 - x * scale;
  return {
    height: height * scale,
    draw(top) {
      const frame = make("g", { transform: `matrix(${[scale, 0, 0, scale, left, top - y * scale]})` });
      const scene = { drawing, frame, ids: new Map() };
      if (style.overflow !== "visible") clip(frame, drawing, [make("rect", { x, y, width, height })], scene);
      const group = make("g", { opacity: unless(style.opacity, "1") });
      frame.append(group);
      for (const child of drawing.childNodes) copy(child, group, scene);
      return [frame];
    },
  };
}

/** Adds to `parent` what is seen of a node. */
function copy(node, parent, scene) {
  if (node.nodeType === Node.TEXT_NODE) return copyText(node, parent);
  const name = node.localName === "a" ? "g" : node.localName;
  const isText = name === "text" || name === "tspan";
  if (!(isText || name === "g" || SHAPES[name])) return;
  const style = getComputedStyle(node);
  if (style.display === "none" || (SHAPES[name] && style.visibility !== "visible")) return;
  const made = make(name, {
    transform: moved(node, style),
    opacity: name === "tspan" ? null : unless(style.opacity, "1"),
    ...(SHAPES[name] && form(node, style)),
    ...(isText && { ...spot(node, style), ...letters(style) }),
    ...(name !== "g" && painted(style, name)),
  });
  const [, id] = style.clipPath.match(/^url\(["']?#([^"')]+)/) ?? [];
  const path = id && scene.drawing.querySelector(`clipPath#${CSS.escape(id)}`);
  if (path) clip(made, path, outlines(path), scene);
  parent.append(made);
  for (const child of node.childNodes) copy(child, made, scene);
}

/** Adds text, with white space collapsed across the whole of it. */
function copyText({ data, parentNode }, parent) {
  const whole = parent.closest("text");
  if (!whole || getComputedStyle(parentNode).visibility !== "visible") return;
  const text = clean(data);
  parent.append(/^$| $/.test(whole.textContent) ? text.replace(/^ /, "") : text);
}

/** Clips an element to shapes, which stand once in the file however many ask for them. */
function clip(element, key, shapes, { frame, ids }) {
  if (!ids.has(key)) {
    ids.set(key, `clip-${Math.random().toString(36).slice(2)}`);
    frame.prepend(make("clipPath", { id: ids.get(key) }, ...shapes));
  }
  element.setAttribute("clip-path", `url(#${ids.get(key)})`);
}

/** Returns the bare shapes of a clip path. */
const outlines = (path) =>
  [...path.children]
    .filter(({ localName }) => SHAPES[localName])
    .map((node) => {
      const style = getComputedStyle(node);
      return make(node.localName, { transform: moved(node, style), ...form(node, style) });
    });

const unless = (given, initial) => (given === initial ? null : given);

/** Returns numbers for pixels. */
const bare = (given) => (/^[-\d.]/.test(given) ? given.replace(/px/g, "") : given);

/** Returns a shape's own attributes as numbers, whether they stand in markup or in style. */
function form(node, style) {
  const length = (name) => (/px$/.test(style[name]) ? parseFloat(style[name]) : node[name].baseVal.value);
  const found = Object.fromEntries(SHAPES[node.localName].map((name) => [name, length(name)]));
  if (node.localName === "rect") {
    found.rx = Math.min(found.rx || found.ry, found.width / 2, found.height / 2) || null;
    delete found.ry;
  }
  return { ...found, d: node.getAttribute("d"), points: node.getAttribute("points") };
}

/** Returns where an element is moved to, by attribute or by style. */
function moved(node, style) {
  if (style.transform === "none" && !node.hasAttribute("transform")) return null;
  const { a, b, c, d, e, f } = node.parentNode.getScreenCTM().inverse().multiply(node.getScreenCTM());
  return `matrix(${[a, b, c, d, e, f].map((number) => Math.round(number * 1e5) / 1e5)})`;
}

/** Returns where text begins; the dominant baseline, which many programs ignore, becomes part of y. */
function spot(node, style) {
  const [x, y, dx, dy] = ["x", "y", "dx", "dy"].map((name) => {
    const { baseVal } = node[name];
    return baseVal.numberOfItems ? baseVal.getItem(0).value : null;
  });
  const isText = node.localName === "text";
  const shift = y === null && !isText ? null : y + raised(style);
  return { x: isText ? (x ?? 0) : x, y: shift, dx, dy };
}

/** Returns how far a baseline stands below the line that the text is set by. */
function raised(style) {
  const {
    actualBoundingBoxAscent: x,
    fontBoundingBoxAscent: up,
    fontBoundingBoxDescent: down,
  } = measured("x", letters(style));
  const lines = {
    middle: x / 2,
    central: (up - down) / 2,
    hanging: up * 0.8,
    "text-before-edge": up,
    "text-after-edge": -down,
  };
  return lines[style.dominantBaseline] ?? 0;
}

const letters = (style) => Object.fromEntries(LETTERS.map((name) => [name, bare(style.getPropertyValue(name))]));

/** Returns fill and stroke in plain colours; only a tspan must say what is usual, as it inherits. */
function painted(style, name) {
  const own = (given, initial) => (name === "tspan" ? given : unless(given, initial));
  const [fill, fillAlpha] = colour(style.fill);
  const [stroke, strokeAlpha] = colour(style.stroke);
  const found = { fill, stroke: own(stroke, "none") };
  if (fill !== "none") {
    found["fill-opacity"] = own(style.fillOpacity * fillAlpha, 1);
    found["fill-rule"] = own(style.fillRule, "nonzero");
  }
  if (stroke === "none") return found;
  for (const [key, initial] of Object.entries(STROKE)) found[key] = own(bare(style.getPropertyValue(key)), initial);
  return { ...found, "stroke-opacity": own(style.strokeOpacity * strokeAlpha, 1) };
}

// Colours.

/** Returns a colour of any notation as `#rrggbb` and its alpha; what is no colour paints nothing. */
function colour(given) {
  if (!CSS.supports("color", given)) return ["none", 0];
  const [r, g, b, alpha = 1] = /^rgba?\([\d., ]+\)$/.test(given) ? given.match(/[\d.]+/g).map(Number) : pixel(given);
  if (!alpha) return ["none", 0];
  return [`#${[r, g, b].map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`, alpha];
}

/** Has the browser paint a colour, which knows every notation. */
function pixel(given) {
  brush.clearRect(0, 0, 1, 1);
  brush.fillStyle = given;
  brush.fillRect(0, 0, 1, 1);
  const [r, g, b, alpha] = brush.getImageData(0, 0, 1, 1).data;
  return [r, g, b, alpha / 255];
}

/** Returns the nearest opaque background behind an element, out of shadow roots too. */
function ground(subject) {
  for (let at = subject; at; at = at.assignedSlot ?? at.parentElement ?? at.getRootNode().host) {
    const [behind, alpha] = colour(getComputedStyle(at).backgroundColor);
    if (alpha === 1) return behind;
  }
  const probe = document.createElement("i");
  probe.style.cssText = `background:Canvas;color-scheme:${getComputedStyle(document.documentElement).colorScheme}`;
  document.documentElement.append(probe);
  const [canvas] = colour(getComputedStyle(probe).backgroundColor);
  probe.remove();
  return canvas;
}

// The PNG.

const brush = brushes(1, 1);

/** Returns what paints on a fresh canvas. */
function brushes(width, height) {
  return Object.assign(document.createElement("canvas"), { width, height }).getContext("2d", {
    willReadFrequently: true,
  });
}

const attributes = (node) => Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]));

const font = (look) =>
  `${look["font-style"] ?? "normal"} ${look["font-weight"] ?? 400} ${look["font-size"]}px ${look["font-family"]}`;

function measured(text, look) {
  brush.font = font(look);
  return brush.measureText(text);
}

function png(card) {
  const [width, height] = ["width", "height"].map((name) => card.getAttribute(name));
  const scale = Math.min(2, Math.sqrt(MOST_PIXELS / (width * height)));
  const pen = brushes(Math.floor(width * scale), Math.floor(height * scale));
  pen.scale(scale, scale);
  pen.miterLimit = 4;
  for (const node of card.children) paint(pen, node);
  return new Promise((resolve, reject) =>
    pen.canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the picture is too large"))), "image/png"),
  );
}

/** Paints an element of a picture's tree. */
function paint(pen, node) {
  const look = attributes(node);
  const opacity = Number(look.opacity ?? 1);
  pen.save();
  transform(pen, look);
  if (look["clip-path"]) pen.clip(clipping(node, look));
  if (node.localName === "g" && opacity < 1) {
    layer(pen, opacity, (own) => [...node.children].forEach((child) => paint(own, child)));
  } else if (node.localName === "g") {
    for (const child of node.children) paint(pen, child);
  } else {
    pen.globalAlpha = opacity;
    if (node.localName === "text") write(pen, node);
    if (SHAPES[node.localName]) {
      const path = trace(node.localName, look);
      ink(pen, look, { fill: () => pen.fill(path, look["fill-rule"]), stroke: () => pen.stroke(path) });
    }
  }
  pen.restore();
}

const transform = (target, look) => {
  if (look.transform) target.transform(...look.transform.slice(7, -1).split(","));
};

/** Paints a group by itself before it lets what is behind shine through. */
function layer(pen, opacity, draw) {
  const own = brushes(pen.canvas.width, pen.canvas.height);
  own.setTransform(pen.getTransform());
  own.miterLimit = pen.miterLimit;
  draw(own);
  pen.globalAlpha = opacity;
  pen.resetTransform();
  pen.drawImage(own.canvas, 0, 0);
}

/** Returns the outline of what an element is clipped to. */
function clipping(node, look) {
  const all = new Path2D();
  for (const shape of node.ownerSVGElement.querySelector(look["clip-path"].slice(4, -1)).children) {
    const own = attributes(shape);
    all.addPath(trace(shape.localName, own), new DOMMatrix(own.transform));
  }
  return all;
}

/** Returns the outline of a shape. */
function trace(name, look) {
  const path = new Path2D(look.d ?? (look.points && `M${look.points}${name === "polygon" ? "Z" : ""}`));
  if (name === "rect") path.roundRect(look.x, look.y, look.width, look.height, look.rx ?? 0);
  if (name === "circle") path.arc(look.cx, look.cy, look.r, 0, 7);
  if (name === "ellipse") path.ellipse(look.cx, look.cy, look.rx, look.ry, 0, 0, 7);
  if (name === "line") {
    path.moveTo(look.x1, look.y1);
    path.lineTo(look.x2, look.y2);
  }
  return path;
}

/** Fills and strokes, in the order that the look asks for. */
function ink(pen, look, put) {
  const base = pen.globalAlpha;
  pen.lineWidth = look["stroke-width"] ?? 1;
  pen.lineCap = look["stroke-linecap"] ?? "butt";
  pen.lineJoin = look["stroke-linejoin"] ?? "miter";
  pen.lineDashOffset = look["stroke-dashoffset"] ?? 0;
  pen.setLineDash(look["stroke-dasharray"]?.match(/[\d.]+/g) ?? []);
  for (const kind of /^stroke/.test(look["paint-order"]) ? ["stroke", "fill"] : ["fill", "stroke"]) {
    if (!look[kind] || look[kind] === "none") continue;
    pen[`${kind}Style`] = look[kind];
    pen.globalAlpha = base * (look[`${kind}-opacity`] ?? 1);
    put[kind]();
  }
  pen.globalAlpha = base;
}

/** Writes a text, piece by piece; each piece begins where text is placed anew. */
function write(pen, text) {
  const at = { x: 0, y: 0 };
  let runs = [];
  const end = () => {
    if (runs.length) at.x = writePiece(pen, runs, at.x);
    runs = [];
  };
  const gather = (node) => {
    const look = attributes(node);
    if (look.x ?? look.y) end();
    at.x = Number(look.x ?? at.x);
    at.y = Number(look.y ?? at.y) + Number(look.dy ?? 0);
    let shift = Number(look.dx ?? 0);
    for (const child of node.childNodes) {
      if (child.nodeType === Node.ELEMENT_NODE) gather(child);
      else runs.push({ words: child.data, look, y: at.y, shift });
      shift = 0;
    }
  };
  gather(text);
  end();
}

/** Writes runs one after the other in their direction, and returns where they end. */
function writePiece(pen, runs, start) {
  const { "text-anchor": anchor, direction } = runs[0].look;
  const way = direction === "rtl" ? -1 : 1;
  const widths = runs.map(({ words, look }) => way * measured(words, look).width);
  const whole = sum(widths) + sum(runs.map(({ shift }) => shift));
  let x = start - whole * ({ middle: 0.5, end: 1 }[anchor] ?? 0);
  runs.forEach(({ words, look, y, shift }, i) => {
    x += shift;
    pen.font = font(look);
    pen.direction = look.direction ?? "ltr";
    pen.textAlign = way < 0 ? "right" : "left";
    const place = [words, x, y];
    ink(pen, look, { fill: () => pen.fillText(...place), stroke: () => pen.strokeText(...place) });
    x += widths[i];
  });
  return x;
}
