import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiFault } from './api';

/** What a panel knows: `data` may be there although the last try failed; then it is as of `at`. */
export interface Fetched<T> {
  readonly data: T | undefined;
  readonly fault: ApiFault | undefined;
  readonly busy: boolean;
  readonly at: Date | undefined;
  readonly reload: () => void;
  /** Puts in what a write answered, without asking again. */
  readonly put: (data: T) => void;
}

/** Fetches whenever `key` changes, on `reload`, and when the network comes back. `null` as key: nothing to fetch. */
export function useFetched<T>(key: string | null, load: () => Promise<T>): Fetched<T> {
  const [state, setState] = useState<{ key: string | null; data?: T; fault?: ApiFault; at?: Date }>({
    key: null,
  });
  const [busy, setBusy] = useState(false);
  const latest = useRef(load);
  const turn = useRef(0);
  useEffect(() => {
    latest.current = load;
  });

  const reload = useCallback(() => {
    if (key === null) return;
    const mine = (turn.current += 1);
    setBusy(true);
    latest.current().then(
      (data) => {
        if (mine !== turn.current) return;
        setState({ key, data, at: new Date() });
        setBusy(false);
      },
      (fault: unknown) => {
        if (mine !== turn.current) return;
        const known = fault instanceof ApiFault ? fault : new ApiFault('strange');
        setState((before) => (before.key === key ? { ...before, fault: known } : { key, fault: known }));
        setBusy(false);
      },
    );
  }, [key]);

  useEffect(() => {
    reload();
    window.addEventListener('online', reload);
    return () => window.removeEventListener('online', reload);
  }, [reload]);

  const put = useCallback(
    (data: T) => {
      turn.current += 1;
      setBusy(false);
      setState({ key, data, at: new Date() });
    },
    [key],
  );

  const own: Omit<typeof state, 'key'> = state.key === key ? state : {};
  return { data: own.data, fault: own.fault, at: own.at, busy, reload, put };
}
