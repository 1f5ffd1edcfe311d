import type { ReactNode } from 'react';
import type { Fetched } from './use-fetched';
import { clockTime } from './time-in-words';
import { fill, useWords } from './words';

/**
 * The five drawn states of every list and panel: loading, empty, partial (older data, said so), error, offline.
 * `what` names the panel in a failure; `empty` says why there is nothing and what to do.
 */
export function Panel<T>({
  fetched,
  what,
  isEmpty,
  empty,
  rows = 5,
  children,
}: {
  fetched: Fetched<T>;
  what: string;
  isEmpty?: (data: T) => boolean;
  empty?: ReactNode;
  rows?: number;
  children: (data: T) => ReactNode;
}): ReactNode {
  const words = useWords();
  const { data, fault, at } = fetched;
  if (data === undefined && !fault) return <Skeleton rows={rows} label={words.panel.loading} />;
  if (data === undefined) return <Failure fetched={fetched} what={what} />;
  return (
    <>
      {fault && at && (
        <p className="stale" role="status">
          {fault.kind === 'offline' && `${words.panel.offline} `}
          {fill(words.panel.stale, { time: clockTime(at, words) })}{' '}
          <button type="button" className="link" onClick={fetched.reload}>
            {words.panel.retry}
          </button>
        </p>
      )}
      {isEmpty?.(data) ? <div className="empty">{empty}</div> : children(data)}
    </>
  );
}

function Skeleton({ rows, label }: { rows: number; label: string }): ReactNode {
  return (
    <div className="skeleton" role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        <i key={row} />
      ))}
    </div>
  );
}

function Failure<T>({ fetched, what }: { fetched: Fetched<T>; what: string }): ReactNode {
  const { panel } = useWords();
  const { fault } = fetched;
  const gone = fault?.code === 'not_found' || fault?.code === 'forbidden';
  return (
    <div className="failure" role="alert">
      <p>
        <strong>
          {fault?.kind === 'offline' ? panel.offline : gone ? panel.gone : fill(panel.failed, { what })}
        </strong>
      </p>
      {!gone && <p>{fault?.code === 'unavailable' ? panel.busy : panel.safe}</p>}
      {fault?.problem && <p className="mute">{fill(panel.problem, { id: fault.problem.requestId })}</p>}
      {!gone && (
        <button type="button" onClick={fetched.reload} disabled={fetched.busy}>
          {panel.retry}
        </button>
      )}
    </div>
  );
}
