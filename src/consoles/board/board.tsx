import { useState, type ReactNode } from 'react';
import type { Summary } from '../../contract/report';
import type { Me } from '../../contract/session';
import { callApi } from '../staff/api';
import { useLive } from '../staff/live';
import { LiveMark } from '../staff/live-mark';
import { Panel } from '../staff/panel';
import { clockTime } from '../staff/time-in-words';
import { useFetched } from '../staff/use-fetched';
import { fill, useLang, useWords } from '../staff/words';
import { CountTable } from './count-table';
import { StaffList } from './staff-list';

/** What stands where, and what is late; every office leads to its own figures and its tickets. */
export function Board({ me }: { me: Me }): ReactNode {
  const words = useWords();
  const { board } = words;
  const [office, setOffice] = useState<string | undefined>();
  const summary = useFetched(`summary ${office ?? ''}`, () =>
    callApi('readSummary', { query: { ...(office !== undefined && { office }) } }),
  );
  const live = useLive((events) => {
    if (events.length === 0 || events.some(({ type }) => type === 'ticket')) summary.reload();
  });
  return (
    <main className="board" id="main">
      <section className="figures" aria-label={words.pages.board}>
        <Panel fetched={summary} what={words.pages.board} rows={6}>
          {(data) => (
            <>
              <Heading
                data={data}
                own={office === undefined}
                mayOpen={me.role === 'supervisor'}
                back={() => setOffice(undefined)}
              />
              <LiveMark state={live} />
              {data.total === 0 ? (
                <p className="empty">{board.empty}</p>
              ) : (
                <Figures data={data} open={setOffice} />
              )}
            </>
          )}
        </Panel>
      </section>
      {me.role === 'administrator' && <StaffList self={me.id} />}
    </main>
  );
}

function Heading({
  data,
  own,
  mayOpen,
  back,
}: {
  data: Summary;
  own: boolean;
  /** Administrators see figures, not people. */
  mayOpen: boolean;
  back: () => void;
}): ReactNode {
  const words = useWords();
  const lang = useLang();
  const { board } = words;
  return (
    <>
      <h1>
        {fill(board.scope, { office: data.office.name[lang], time: clockTime(new Date(data.at), words) })}{' '}
        {!own && (
          <button type="button" className="link" onClick={back}>
            ←
          </button>
        )}{' '}
        {mayOpen && <a href={`/office?office=${data.office.code}`}>{board.openTickets}</a>}
      </h1>
      <dl className="totals">
        {(['total', 'open', 'resolved', 'overdue'] as const).map((name) => (
          <div key={name} className={name === 'overdue' && data.overdue > 0 ? 'late' : ''}>
            <dt>{board[name]}</dt>
            <dd>{data[name]}</dd>
          </div>
        ))}
        <div className={(data.byUrgency.critical ?? 0) > 0 ? 'late' : ''}>
          <dt>{board.critical}</dt>
          <dd>{data.byUrgency.critical ?? 0}</dd>
        </div>
      </dl>
      <p className="mute">{board.note}</p>
    </>
  );
}

function Figures({ data, open }: { data: Summary; open: (code: string) => void }): ReactNode {
  const words = useWords();
  const lang = useLang();
  const { board } = words;
  const columns = [board.total, board.open, board.resolved];
  return (
    <div className="tables">
      <CountTable
        title={board.byOffice}
        first={board.office}
        columns={[...columns, board.overdue]}
        rows={data.byOffice.map(({ office, total, open: atWork, resolved, overdue }) => ({
          key: office.code,
          name: office.name[lang],
          counts: [total, atWork, resolved, overdue],
          late: overdue > 0,
          ...(office.code !== data.office.code && { press: () => open(office.code) }),
        }))}
      />
      <CountTable
        title={board.byMeasure}
        first={board.measure}
        columns={columns}
        rows={data.byMeasure.map(({ measure, title, total, open: atWork, resolved }) => ({
          key: measure ?? 'none',
          name: measure === null ? board.noMeasure : `${measure} ${title?.[lang] ?? ''}`,
          counts: [total, atWork, resolved],
        }))}
      />
      <CountTable
        title={board.byState}
        first={board.state}
        columns={[board.count]}
        rows={Object.entries(data.byState).map(([state, n]) => ({
          key: state,
          name: words.state[state as keyof typeof data.byState],
          counts: [n],
        }))}
      />
      <CountTable
        title={board.byOutcome}
        first={board.outcome}
        columns={[board.count]}
        rows={Object.entries(data.byOutcome).map(([outcome, n]) => ({
          key: outcome,
          name: words.outcome[outcome as keyof typeof data.byOutcome],
          counts: [n],
        }))}
      />
    </div>
  );
}
