import {
  createContext,
  memo,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";

// The terms by id, which one is open, and how to open one. Two contexts, so that opening one draws
// only the mentions again.
const Glossary = createContext(null);
const OpenTerm = createContext(null);

/** The story with its tools; `Model` shows a mini-model. Without script it reads, folds and leads to its glossary. */
export function Story({ story, Model }) {
  const [open, setOpen] = useState(() => story.sections.map((section) => section.open));
  const [before, setBefore] = useState(null);
  const [mention, setMention] = useState(null);
  const summarizing = before !== null;
  const allOpen = open.every(Boolean);

  useLayoutEffect(() => {
    document.documentElement.dataset.tools = "ready";
  }, []);

  const onToggle = useCallback((place, isOpen) => {
    setOpen((now) => (now[place] === isOpen ? now : now.with(place, isOpen)));
  }, []);
  const summarize = () => {
    setOpen(before ?? open.map(() => false));
    setBefore(summarizing ? null : open);
  };
  const glossary = useMemo(() => {
    const terms = new Map(story.terms.map((term) => [term.id, term]));
    return { terms, toggle: (key, term) => setMention((now) => (now?.key === key ? null : { key, term })) };
  }, [story]);

  return (
    <Glossary value={glossary}>
      <OpenTerm value={mention?.key}>
        <article className="story">
          <Opening story={story} />
          <div className="tools" role="group" aria-label="Reading tools">
            <button type="button" aria-pressed={summarizing} onClick={summarize}>
              Summarize
            </button>
            <button type="button" onClick={() => setOpen(open.map(() => !allOpen))}>
              {allOpen ? "Collapse all" : "Expand all"}
            </button>
          </div>
          {summarizing && <Brief points={story.summary} />}
          {story.sections.map((section, place) => (
            <Section
              key={section.id}
              section={section}
              Model={Model}
              place={place}
              isOpen={open[place]}
              onToggle={onToggle}
            />
          ))}
          <Definitions terms={story.terms} />
        </article>
        <Card term={mention && glossary.terms.get(mention.term)} onClose={() => setMention(null)} />
      </OpenTerm>
    </Glossary>
  );
}

const Opening = memo(function Opening({ story }) {
  return (
    <header>
      <h1>{story.headline}</h1>
      <p className="standfirst">
        <Words text={story.standfirst} at="standfirst" />
      </p>
      <p className="dateline">
        <time dateTime={story.published}>{story.day}</time>
      </p>
    </header>
  );
});

const Brief = memo(function Brief({ points }) {
  return (
    <section className="brief">
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
});

const Section = memo(function Section({ section, Model, place, isOpen, onToggle }) {
  return (
    <section className="section" id={section.id}>
      <details open={isOpen} onToggle={(event) => onToggle(place, event.currentTarget.open)}>
        <summary>
          <span className="kicker">{section.kicker}</span>
          <h2>{section.heading}</h2>
          <span className="gist">{section.gist}</span>
        </summary>
        <div className="section-body">
          <Blocks blocks={section.blocks} at={section.id} />
          {section.model && <Model model={section.model} />}
        </div>
      </details>
    </section>
  );
});

const Definitions = memo(function Definitions({ terms }) {
  return (
    <section className="glossary">
      <details>
        <summary>
          <h2>Terms in this story</h2>
        </summary>
        <dl>
          {terms.map((term) => (
            <div className="definition" id={`term-${term.id}`} key={term.id}>
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
});

function Card({ term, onClose }) {
  const card = useRef(null);
  useEffect(() => {
    card.current.togglePopover(term !== null);
  }, [term]);
  return (
    <div
      ref={card}
      className="card"
      popover="auto"
      role="dialog"
      aria-label={term?.label}
      onToggle={(event) => event.newState === "closed" && onClose()}
    >
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
      <p className="short">{term.short}</p>
      <Blocks blocks={term.long} at={at} />
      <ul className="sources">
        {term.sources.map((source) => (
          <Source key={source.title} source={source} />
        ))}
      </ul>
    </>
  );
}

function Source({ source: { title, url, more } }) {
  return (
    <li>
      {url ? <a href={url}>{title}</a> : title}
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

function Mention({ mention, at }) {
  const { terms, toggle } = useContext(Glossary);
  const isOpen = useContext(OpenTerm) === at;
  const onClick = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    toggle(at, mention.term);
  };
  return (
    <a className="term" href={`#term-${mention.term}`} aria-haspopup="dialog" aria-expanded={isOpen} onClick={onClick}>
      {mention.text ?? terms.get(mention.term).label}
    </a>
  );
}
