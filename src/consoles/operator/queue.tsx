import type { ReactNode } from 'react';
import type { ConversationCard } from '../../contract/conversation';
import type { LiveState } from '../staff/live';
import { LiveMark } from '../staff/live-mark';
import { Panel } from '../staff/panel';
import { ago, span } from '../staff/time-in-words';
import type { Fetched } from '../staff/use-fetched';
import { useNow } from '../staff/use-now';
import { fill, useLang, useWords } from '../staff/words';

/** Danger first with its seconds counting, then the longest waiting: the order of the service is kept. */
export function Queue({
  queue,
  chosen,
  choose,
  all,
  setAll,
  live,
}: {
  queue: Fetched<{ items: ConversationCard[]; next?: string | undefined }>;
  chosen: string | null;
  choose: (id: string) => void;
  all: boolean;
  setAll: (all: boolean) => void;
  live: LiveState;
}): ReactNode {
  const words = useWords();
  const { operator } = words;
  const now = useNow(1000);
  return (
    <section className="pane queue" aria-label={operator.queue}>
      <header className="pane-head">
        <h1>{operator.queue}</h1>
        <LiveMark state={live} />
        <div className="switch" role="group">
          {[false, true].map((every) => (
            <button
              key={String(every)}
              type="button"
              aria-pressed={all === every}
              onClick={() => setAll(every)}
            >
              {every ? operator.filters.all : operator.filters.wanted}
            </button>
          ))}
        </div>
      </header>
      <Panel
        fetched={queue}
        what={operator.queue}
        isEmpty={({ items }) => items.length === 0}
        empty={<p>{operator.emptyQueue}</p>}
      >
        {({ items }) => (
          <ol className="rows">
            {items.map((card) => (
              <li key={card.id}>
                <QueueRow card={card} now={now} chosen={card.id === chosen} choose={choose} />
              </li>
            ))}
          </ol>
        )}
      </Panel>
    </section>
  );
}

function QueueRow({
  card,
  now,
  chosen,
  choose,
}: {
  card: ConversationCard;
  now: Date;
  chosen: boolean;
  choose: (id: string) => void;
}): ReactNode {
  const words = useWords();
  const lang = useLang();
  const inDanger = card.danger !== 'none';
  return (
    <button
      type="button"
      className={`row ${inDanger ? 'danger' : card.status}`}
      aria-current={chosen || undefined}
      onClick={() => choose(card.id)}
    >
      <span className="row-head">
        {inDanger && <b className="tag red">⚠ {words.danger[card.danger]}</b>}
        {!inDanger && card.urgency !== 'normal' && <b className="tag amber">{words.urgency[card.urgency]}</b>}
        <span className="row-title">{card.measureTitle?.[lang] ?? words.status[card.status]}</span>
        <time dateTime={card.waitingSince ?? card.lastMessageAt}>
          {card.waitingSince
            ? fill(words.time.waited, { t: span(now.getTime() - Date.parse(card.waitingSince), words) })
            : ago(card.lastMessageAt, now, words)}
        </time>
      </span>
      <span className="row-text">{card.lastText || words.operator.silent}</span>
      <span className="row-foot">
        {card.status === 'waiting' && card.handoff !== null && (
          <span>{words.handoff[card.handoff] ?? words.status.waiting}</span>
        )}
        {card.status !== 'waiting' && <span>{words.status[card.status]}</span>}
        {card.operator && <span>{card.operator.name}</span>}
        {card.tickets.length > 0 && <span>{card.tickets.map(grouped).join(' ')}</span>}
      </span>
    </button>
  );
}

const grouped = (number: string): string => `${number.slice(0, 4)} ${number.slice(4)}`;
