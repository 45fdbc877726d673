import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

/** The definition of whatever term of the page is clicked; its words are those of the glossary. */
export function Card() {
  const [mention, setMention] = useState(null);
  const card = useRef(null);

  useEffect(() => {
    const onClick = (event) => {
      const clicked = event.target.closest("a.term");
      if (!clicked || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      setMention((now) => (now === clicked ? null : clicked));
    };
    document.addEventListener("click", onClick);
    return () => document.removeEventListener("click", onClick);
  }, []);
  useLayoutEffect(() => {
    card.current.togglePopover(mention !== null);
    mention?.setAttribute("aria-expanded", "true");
    return () => mention?.setAttribute("aria-expanded", "false");
  }, [mention]);

  const definition = mention && document.getElementById(mention.hash.slice(1));
  const label = definition?.querySelector("dfn").textContent;
  return (
    <div
      ref={card}
      class="card"
      popover="auto"
      role="dialog"
      aria-label={label}
      onToggle={(event) => event.newState === "closed" && setMention(null)}
    >
      {definition && (
        <>
          <h3>{label}</h3>
          <div dangerouslySetInnerHTML={{ __html: definition.querySelector("dd").innerHTML }} />
        </>
      )}
    </div>
  );
}
