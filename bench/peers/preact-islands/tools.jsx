import { useEffect, useRef, useState } from "preact/hooks";

const find = (selector) => [...document.querySelectorAll(selector)];

/** Summarize and Expand all, over the sections that the server wrote. */
export function Tools() {
  const [before, setBefore] = useState(null);
  const [allOpen, setAllOpen] = useState(false);
  const sections = useRef([]);

  useEffect(() => {
    sections.current = find(".section > details");
    const open = new Set(sections.current.filter((each) => each.open));
    const count = ({ target }) => {
      if (target.open) open.add(target);
      else open.delete(target);
      setAllOpen(open.size === sections.current.length);
    };
    for (const each of sections.current) each.addEventListener("toggle", count);
    return () => {
      for (const each of sections.current) each.removeEventListener("toggle", count);
    };
  }, []);

  const summarize = () => {
    const now = sections.current.map((each) => each.open);
    sections.current.forEach((each, place) => {
      each.open = before ? before[place] : false;
    });
    document.querySelector(".brief").open = !before;
    setBefore(before ? null : now);
  };
  const toggleAll = () => {
    for (const each of sections.current) each.open = !allOpen;
  };
  return (
    <div class="tools" role="group" aria-label="Reading tools">
      <button type="button" aria-pressed={before !== null} onClick={summarize}>
        Summarize
      </button>
      <button type="button" onClick={toggleAll}>
        {allOpen ? "Collapse all" : "Expand all"}
      </button>
    </div>
  );
}
