import { useEffect, useRef, useState } from 'react';
import { streamEvent, type StreamEvent } from '../../contract/stream-event';

export type LiveState = 'live' | 'waiting' | 'offline';
const KINDS: readonly StreamEvent['type'][] = ['conversation', 'message', 'ticket'];
/** Many events come together when a case is filed: one look serves them. */
const GATHER_MS = 150;
/** A screen that hears nothing looks by itself now and then. */
const LOOK_MS = 60_000;

/**
 * Server-sent events of the running session. `changed` gets what happened, gathered over a moment; an empty list means
 * that something may have been missed, so fetch everything.
 */
export function useLive(changed: (events: readonly StreamEvent[]) => void): LiveState {
  const [state, setState] = useState<LiveState>('waiting');
  const latest = useRef(changed);
  useEffect(() => {
    latest.current = changed;
  });

  useEffect(() => {
    const source = new EventSource('/api/v1/stream');
    let gathered: StreamEvent[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    let opened = false;
    source.onopen = () => {
      setState('live');
      if (opened) latest.current([]);
      opened = true;
    };
    source.onerror = () => setState(navigator.onLine ? 'waiting' : 'offline');
    const take = ({ data }: MessageEvent<string>): void => {
      const parsed = streamEvent.safeParse(JSON.parse(data));
      if (!parsed.success) return;
      gathered.push(parsed.data);
      timer ??= setTimeout(() => {
        timer = undefined;
        const events = gathered;
        gathered = [];
        latest.current(events);
      }, GATHER_MS);
    };
    for (const kind of KINDS) source.addEventListener(kind, take);
    const look = setInterval(() => latest.current([]), LOOK_MS);
    const offline = (): void => setState('offline');
    window.addEventListener('offline', offline);
    return () => {
      source.close();
      clearTimeout(timer);
      clearInterval(look);
      window.removeEventListener('offline', offline);
    };
  }, []);
  return state;
}
