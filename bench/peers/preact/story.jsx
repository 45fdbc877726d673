import { batch, signal, useComputed, useSignal, useSignalEffect } from "@preact/signals";
import { createContext } from "preact";
import { useContext, useLayoutEffect, useMemo, useRef } from "preact/hooks";

// The terms by id, and a signal of the mention that is open.
const Glossary = createContext(null);

/** The story with its tools; `Model` shows a mini-model. Without script it reads, folds and leads to its glossary. */
export function Story({ story, Model }) {
  const open = useMemo(() => story.sections.map((section) => signal(section.open)), [story]);
  const mention = useSignal(null);
  const terms = useMemo(() => new Map(story.terms.map((term) => [term.id, term])), [story]);
  const glossary = useMemo(() => ({ terms, mention }), [terms, mention]);

  useLayoutEffect(() => {
    document.documentElement.dataset.tools = "ready";
  }, []);

  return (
    <Glossary.Provider value={glossary}>
      <article class="story">
        <Opening story={story} />
        <Tools open={open} points={story.summary} />
        {story.sections.map((section, place) => (
          <Section key={section.id} section={section} Model={Model} open={open[place]} />
        ))}
        <Definitions terms={story.terms} />
      </article>
      <Card />
    </Glossary.Provider>
  );
}

function Opening({ story }) {
  return (
    <header>
      <h1>{story.headline}</h1>
      <p class="standfirst">
        <Words text={story.standfirst} at="standfirst" />
      </p>
      <p class="dateline">
        <time dateTime={story.published}>{story.day}</time>
      </p>
    </header>
  );
}

function Tools({ open, points }) {
  const before = useSignal(null);
  const allOpen = useComputed(() => open.every((each) => each.value));
  const setOpen = (values) =>
    batch(() => {
      for (const [place, each] of open.entries()) each.value = values[place];
    });
  const summarize = () => {
    const now = open.map((each) => each.value);
    setOpen(before.value ?? now.map(() => false));
    before.value = before.value ? null : now;
  };
  const toggleAll = () => {
    const isOpen = !allOpen.value;
    setOpen(open.map(() => isOpen));
  };
  return (
    <>
      <div class="tools" role="group" aria-label="Reading tools">
        <button type="button" aria-pressed={before.value !== null} onClick={summarize}>
          Summarize
        </button>
        <button type="button" onClick={toggleAll}>
          {allOpen.value ? "Collapse all" : "Expand all"}
        </button>
      </div>
      {before.value && <Brief points={points} />}
    </>
  );
}

function Brief({ points }) {
  return (
    <section class="brief">
      <h2>In brief</h2>
      <ol>
        {points.map((point) => (
          <li key={point.section}>
            <Words text={point.text} at={`brief-${point.section}`} /> <a href={`#${point.section}`}>Read more</a>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Section({ section, Model, open }) {
  const onToggle = (event) => {
    open.value = event.currentTarget.open;
  };
  return (
    <section class="section" id={section.id}>
      <details open={open} onToggle={onToggle}>
        <summary>
          <span class="kicker">{section.kicker}</span>
          <h2>{section.heading}</h2>
          <span class="gist">{section.gist}</span>
        </summary>
        <div class="section-body">
          <Blocks blocks={section.blocks} at={section.id} />
          {section.model && <Model model={section.model} />}
        </div>
      </details>
    </section>
  );
}

function Definitions({ terms }) {
  return (
    <section class="glossary">
      <details>
        <summary>
          <h2>Terms in this story</h2>
        </summary>
        <dl>
          {terms.map((term) => (
            <div class="definition" id={`term-${term.id}`} key={term.id}>
              <dt>
                <dfn>{term.label}</dfn>
                {term.also}
              </dt>
              <dd>
                <Definition term={term} at={`term-${term.id}`} />
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}

function Card() {
  const { terms, mention } = useContext(Glossary);
  const card = useRef(null);
  const term = terms.get(mention.value?.term);
  useSignalEffect(() => {
    card.current.togglePopover(mention.value !== null);
  });
  const onToggle = (event) => {
    if (event.newState === "closed") mention.value = null;
  };
  return (
    <div ref={card} class="card" popover="auto" role="dialog" aria-label={term?.label} onToggle={onToggle}>
      {term && (
        <>
          <h3>{term.label}</h3>
          <Definition term={term} at="card" />
        </>
      )}
    </div>
  );
}

function Definition({ term, at }) {
  return (
    <>
      <p class="short">{term.short}</p>
      <Blocks blocks={term.long} at={at} />
      <ul class="sources">
        {term.sources.map((source) => (
          <Source key={source.title} source={source} />
        ))}
      </ul>
    </>
  );
}

function Source({ source: { title, url, more } }) {
  // One piece of text where there is no link: two would be one in the HTML, and hydrate as one too few.
  if (!url) return <li>{title + more}</li>;
  return (
    <li>
      <a href={url}>{title}</a>
      {more}
    </li>
  );
}

function Blocks({ blocks, at }) {
  return blocks.map((block, place) => <Block key={place} block={block} at={`${at}-${place}`} />);
}

function Block({ block, at }) {
  if (block.kind !== "list")
    return (
      <p>
        <Words text={block} at={at} />
      </p>
    );
  return (
    <ul>
      {block.items.map((item, place) => (
        <li key={place}>
          <Words text={item} at={`${at}-${place}`} />
        </li>
      ))}
    </ul>
  );
}

function Words({ text, at }) {
  return [text]
    .flat()
    .map((part, place) =>
      typeof part === "string" ? part : <Mention key={place} mention={part} at={`${at}-${place}`} />,
    );
}

function Mention({ mention: { term, text }, at }) {
  const { terms, mention } = useContext(Glossary);
  const expanded = useComputed(() => String(mention.value?.key === at));
  const onClick = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    mention.value = mention.value?.key === at ? null : { key: at, term };
  };
  return (
    <a class="term" href={`#term-${term}`} aria-haspopup="dialog" aria-expanded={expanded} onClick={onClick}>
      {text ?? terms.get(term).label}
    </a>
  );
}
