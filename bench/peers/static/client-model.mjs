// Moves the mini-model of the hand-written page, by hand.
import { look } from "../threshold.mjs";

const figure = /** @type {HTMLElement} */ (document.querySelector(".model"));
const model = JSON.parse(figure.dataset.model);
const find = (selector) => figure.querySelector(selector);
const [slider, output, sentence] = ["input", "output", ".sentence"].map(find);
const [area, curve, crossing] = [".area", ".curve", ".crossing"].map(find);
const [drop, dot, label] = crossing.children;
const rows = [...find("tbody").rows];

slider.addEventListener("input", () => {
  const now = look(model, Number(slider.value));
  output.textContent = now.growth;
  sentence.textContent = now.sentence;
  area.setAttribute("d", now.area);
  curve.setAttribute("d", now.curve);
  showCrossing(now.crossing);
  now.rows.forEach(({ amount, total, isCrossing }, place) => {
    const row = rows[place];
    row.className = isCrossing ? "crossed" : "";
    row.cells[1].textContent = amount;
    row.cells[2].textContent = total;
  });
});
document.documentElement.dataset.tools = "ready";

function showCrossing(now) {
  crossing.setAttribute("visibility", now ? "visible" : "hidden");
  if (!now) return;
  drop.setAttribute("x1", now.x);
  drop.setAttribute("x2", now.x);
  drop.setAttribute("y1", now.y);
  dot.setAttribute("cx", now.x);
  dot.setAttribute("cy", now.y);
  label.setAttribute("x", now.x);
  label.setAttribute("y", now.y - 10);
  label.textContent = now.label;
}
