import type { ReactNode } from 'react';
import { lane as laneNames, type Lane } from '../../contract/labels';
import type { LaneCounts } from '../../contract/office';
import type { TicketCard } from '../../contract/ticket';
import type { LiveState } from '../staff/live';
import { LiveMark } from '../staff/live-mark';
import { Panel } from '../staff/panel';
import type { Fetched } from '../staff/use-fetched';
import { fill, useLang, useWords } from '../staff/words';
import { TicketRow } from './ticket-row';

/** The six lanes with their counts, the tickets of the chosen one, and the button that pulls. */
export function LanePane({
  counts,
  list,
  lane,
  setLane,
  chosen,
  choose,
  pull,
  live,
}: {
  counts: Fetched<LaneCounts>;
  list: Fetched<{ items: TicketCard[]; next?: string | undefined }>;
  lane: Lane;
  setLane: (lane: Lane) => void;
  chosen: string | null;
  choose: (number: string) => void;
  /** Only officers pull. */
  pull: (() => void) | undefined;
  live: LiveState;
}): ReactNode {
  const { office, laneEmpty, lane: titles } = useWords();
  const lang = useLang();
  const waiting = counts.data?.waiting ?? 0;
  return (
    <section className="pane lane-pane" aria-label={office.lanes}>
      <header className="pane-head">
        <h1>{counts.data?.office.name[lang] ?? office.lanes}</h1>
        <LiveMark state={live} />
      </header>
      <div className="pull">
        {pull && (
          <button type="button" className="primary" onClick={pull}>
            {office.pull}
          </button>
        )}
        <p className="mute">
          {fill(office.waitingPull, { n: waiting })}
          {(counts.data?.overdue ?? 0) > 0 && (
            <b className="late"> ⚠ {fill(office.overdue, { n: counts.data?.overdue ?? 0 })}</b>
          )}
        </p>
      </div>
      <div className="lanes" role="group" aria-label={office.lanes}>
        {laneNames.options.map((name) => (
          <button
            key={name}
            type="button"
            className={`lane ${(counts.data?.counts[name] ?? 0) > 0 ? name : ''}`}
            aria-pressed={lane === name}
            onClick={() => setLane(name)}
          >
            <span>{titles[name]}</span>
            <b>{counts.data?.counts[name] ?? '–'}</b>
          </button>
        ))}
      </div>
      <Panel
        fetched={list}
        what={titles[lane]}
        isEmpty={({ items }) => items.length === 0}
        empty={<p>{laneEmpty[lane]}</p>}
        rows={4}
      >
        {({ items }) => (
          <ol className="tickets">
            {items.map((ticket) => (
              <li key={ticket.number}>
                <TicketRow ticket={ticket} chosen={ticket.number === chosen} choose={choose} />
              </li>
            ))}
          </ol>
        )}
      </Panel>
    </section>
  );
}
