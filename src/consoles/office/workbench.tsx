import { useState, type ReactNode } from 'react';
import type { Lane } from '../../contract/labels';
import type { TicketSheet as Sheet } from '../../contract/ticket';
import { callApi } from '../staff/api';
import { useLive } from '../staff/live';
import { useNotices } from '../staff/notices';
import { Panel } from '../staff/panel';
import { useFetched } from '../staff/use-fetched';
import { fill, useWords } from '../staff/words';
import { LanePane } from './lane-pane';
import { StepBar } from './step-bar';
import { TicketSheet } from './ticket-sheet';
import { TicketSide } from './ticket-side';

/** So many tickets are claimed at once: what one officer signs for within a quarter of an hour. */
const PULL_MAX = 5;
type Tab = 'list' | 'sheet' | 'side';
const TABS: readonly Tab[] = ['list', 'sheet', 'side'];

/** Lanes, the ticket as a sheet, and what belongs to it. On a phone the three are pages. */
export function Workbench({ code, mayPull }: { code: string; mayPull: boolean }): ReactNode {
  const words = useWords();
  const notices = useNotices();
  const [lane, setLane] = useState<Lane>('to_sign');
  const [chosen, setChosen] = useState<string | null>(null);
  const [tab, setTab] = useState<Tab>('list');
  /** The ticket as it was shown with a reason; only its details are taken from it. */
  const [unmasked, setUnmasked] = useState<Sheet>();

  const counts = useFetched(`lanes ${code}`, () => callApi('countLanes', { params: { code } }));
  const list = useFetched(`list ${code} ${lane}`, () =>
    callApi('listTickets', { params: { code }, query: { lane, limit: 100 } }),
  );
  const sheet = useFetched(chosen, () => callApi('readTicket', { params: { number: chosen ?? '' } }));

  const reloadLists = (): void => {
    counts.reload();
    list.reload();
  };
  const live = useLive((events) => {
    const all = events.length === 0;
    if (all || events.some((event) => event.type === 'ticket')) reloadLists();
    const { conversationId } = sheet.data ?? {};
    const touched = events.some((event) =>
      event.type === 'ticket' ? event.number === chosen : event.id === conversationId,
    );
    if (all || touched) sheet.reload();
  });

  const choose = (number: string): void => {
    setChosen(number);
    setTab('sheet');
  };
  const changed = (left: boolean): void => {
    if (left) setChosen(null);
    else sheet.reload();
    reloadLists();
  };
  const pull = (): void => {
    callApi('pullTickets', { params: { code }, body: { max: PULL_MAX } }).then(
      ({ tickets }) => {
        const [first] = tickets;
        if (!first) return notices.say(words.office.pullEmpty);
        notices.say(fill(words.office.pulled, { n: tickets.length }), () => {
          const back = tickets.map(({ number }) =>
            callApi('releaseTicket', { params: { number }, body: {} }),
          );
          Promise.all(back).then(reloadLists, notices.fail);
          setChosen(null);
        });
        setLane('to_sign');
        choose(first.number);
        reloadLists();
      },
      (fault: unknown) => notices.fail(fault),
    );
  };
  const shown = (data: Sheet): Sheet =>
    unmasked?.number === data.number
      ? { ...data, fields: unmasked.fields, messages: unmasked.messages, masked: false }
      : data;

  return (
    <main className={`bench tab-${tab}`} id="main">
      <LanePane
        counts={counts}
        list={list}
        lane={lane}
        setLane={setLane}
        chosen={chosen}
        choose={choose}
        pull={mayPull ? pull : undefined}
        live={live}
      />
      <section className="pane sheet-pane" aria-label={words.office.number}>
        {chosen === null ? (
          <div className="empty">
            <p>
              <b>{words.office.pick}</b>
            </p>
            <p>{words.office.pickHelp}</p>
          </div>
        ) : (
          <Panel fetched={sheet} what={words.office.number} rows={6}>
            {(data) => (
              <>
                <TicketSheet sheet={shown(data)} unmask={setUnmasked} />
                <StepBar key={data.number} sheet={data} changed={changed} />
              </>
            )}
          </Panel>
        )}
      </section>
      <aside className="pane side-pane" aria-label={words.office.history} tabIndex={0}>
        {chosen !== null && (
          <Panel fetched={sheet} what={words.office.history} rows={4}>
            {(data) => <TicketSide sheet={shown(data)} choose={choose} />}
          </Panel>
        )}
      </aside>
      <nav className="tabs phone-only" aria-label={words.pages.office}>
        {TABS.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={tab === name}
            disabled={name !== 'list' && chosen === null}
            onClick={() => setTab(name)}
          >
            {words.office.tabs[name]}
          </button>
        ))}
      </nav>
    </main>
  );
}
