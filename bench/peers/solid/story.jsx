import {
  batch,
  createContext,
  createEffect,
  createMemo,
  createSelector,
  createSignal,
  For,
  onMount,
  Show,
  useContext,
} from "solid-js";

// The terms by id, which mention is open, and how to open one.
const Glossary = createContext();

/** The story with its tools; `Model` shows a mini-model. Without script it reads, folds and leads to its glossary. */
export function Story({ story, Model }) {
  const sections = story.sections.map((section) => {
    const [isOpen, setOpen] = createSignal(section.open);
    return { section, isOpen, setOpen };
  });
  const [mention, setMention] = createSignal(null);
  const isMention = createSelector(() => mention()?.key);
  const terms = new Map(story.terms.map((term) => [term.id, term]));

  onMount(() => {
    document.documentElement.dataset.tools = "ready";
  });

  return (
    <Glossary.Provider value={{ terms, mention, setMention, isMention }}>
      <article class="story">
        <Opening story={story} />
        <Tools sections={sections} points={story.summary} />
        <For each={sections}>{(each) => <Section {...each} Model={Model} />}</For>
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
        <time datetime={story.published}>{story.day}</time>
      </p>
    </header>
  );
}

function Tools({ sections, points }) {
  const [before, setBefore] = createSignal(null);
  const allOpen = createMemo(() => sections.every(({ isOpen }) => isOpen()));
  const setAll = (values) => {
    for (const [place, { setOpen }] of sections.entries()) setOpen(values[place]);
  };
  const summarize = () =>
    batch(() => {
      const now = sections.map(({ isOpen }) => isOpen());
      setAll(before() ?? now.map(() => false));
      setBefore(before() ? null : now);
    });
  const toggleAll = () =>
    batch(() => {
      const isOpen = !allOpen();
      setAll(sections.map(() => isOpen));
    });
  return (
    <>
      <div class="tools" role="group" aria-label="Reading tools">
        <button type="button" aria-pressed={before() !== null} onClick={summarize}>
          Summarize
        </button>
        <button type="button" onClick={toggleAll}>
          {allOpen() ? "Collapse all" : "Expand all"}
        </button>
      </div>
      <Show when={before()}>
        <Brief points={points} />
      </Show>
    </>
  );
}

function Brief({ points }) {
  return (
    <section class="brief">
      <h2>In brief</h2>
      <ol>
        <For each={points}>
          {(point) => (
            <li>
              <Words text={point.text} at={`brief-${point.section}`} /> <a href={`#${point.section}`}>Read more</a>
            </li>
          )}
        </For>
      </ol>
    </section>
  );
}

function Section({ section, Model, isOpen, setOpen }) {
  return (
    <section class="section" id={section.id}>
      <details open={isOpen()} onToggle={(event) => setOpen(event.currentTarget.open)}>
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
          <For each={terms}>
            {(term) => (
              <div class="definition" id={`term-${term.id}`}>
                <dt>
                  <dfn>{term.label}</dfn>
                  {term.also}
                </dt>
                <dd>
                  <Definition term={term} at={`term-${term.id}`} />
                </dd>
              </div>
            )}
          </For>
        </dl>
      </details>
    </section>
  );
}

function Card() {
  const { terms, mention, setMention } = useContext(Glossary);
  const term = () => terms.get(mention()?.term);
  let card;
  createEffect(() => {
    card.togglePopover(mention() !== null);
  });
  const onToggle = (event) => {
    if (event.newState === "closed") setMention(null);
  };
  return (
    <div ref={card} class="card" popover="auto" role="dialog" aria-label={term()?.label} onToggle={onToggle}>
      <Show when={term()} keyed>
        {(term) => (
          <>
            <h3>{term.label}</h3>
            <Definition term={term} at="card" />
          </>
        )}
      </Show>
    </div>
  );
}

function Definition({ term, at }) {
  return (
    <>
      <p class="short">{term.short}</p>
      <Blocks blocks={term.long} at={at} />
      <ul class="sources">
        <For each={term.sources}>
          {({ title, url, more }) => (
            <li>
              <Show when={url} fallback={title}>
                <a href={url}>{title}</a>
              </Show>
              {more}
            </li>
          )}
        </For>
      </ul>
    </>
  );
}

function Blocks({ blocks, at }) {
  return <For each={blocks}>{(block, place) => <Block block={block} at={`${at}-${place()}`} />}</For>;
}

function Block({ block, at }) {
  return (
    <Show
      when={block.kind === "list"}
      fallback={
        <p>
          <Words text={block} at={at} />
        </p>
      }
    >
      <ul>
        <For each={block.items}>
          {(item, place) => (
            <li>
              <Words text={item} at={`${at}-${place()}`} />
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}

function Words({ text, at }) {
  return (
    <For each={[text].flat()}>
      {(part, place) => (typeof part === "string" ? part : <Mention {...part} at={`${at}-${place()}`} />)}
    </For>
  );
}

function Mention({ term, text, at }) {
  const { terms, setMention, isMention } = useContext(Glossary);
  const onClick = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    setMention(isMention(at) ? null : { key: at, term });
  };
  return (
    <a class="term" href={`#term-${term}`} aria-haspopup="dialog" aria-expanded={isMention(at)} onClick={onClick}>
      {text ?? terms.get(term).label}
    </a>
  );
}
