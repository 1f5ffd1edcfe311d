import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { ApiFault } from './api';
import { fill, useWords } from './words';

/** Seconds in which an act that cannot be taken back may still be stopped. */
const HOLD_S = 5;
const SHOWN_MS = 5_000;

interface Notice {
  readonly id: number;
  readonly text: string;
  readonly tone: 'plain' | 'bad';
  readonly undo?: () => void;
  /** Epoch ms at which a held act takes effect. */
  readonly at?: number;
}

export interface Notices {
  /** Says what was done; `undo` takes it back. */
  readonly say: (text: string, undo?: () => void) => void;
  readonly fail: (fault: unknown) => void;
  /** Waits some seconds, then acts; leaving the page acts at once, because it was meant. */
  readonly hold: (text: string, act: () => void) => void;
}

const Context = createContext<Notices | undefined>(undefined);

export function useNotices(): Notices {
  const notices = useContext(Context);
  if (!notices) throw new Error('useNotices outside NoticeBoard');
  return notices;
}

export function NoticeBoard({ children }: { children: ReactNode }): ReactNode {
  const words = useWords();
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  const held = useRef(new Map<number, { timer: ReturnType<typeof setTimeout>; act: () => void }>());
  const count = useRef(0);

  const drop = useCallback((id: number) => setNotices((all) => all.filter((notice) => notice.id !== id)), []);
  const show = useCallback(
    (notice: Omit<Notice, 'id'>) => {
      const id = (count.current += 1);
      // One at a time, but whatever can still be stopped stays.
      setNotices((all) => [...all.filter(({ at }) => at !== undefined), { ...notice, id }]);
      if (notice.at === undefined) setTimeout(() => drop(id), SHOWN_MS);
      return id;
    },
    [drop],
  );

  const value = useMemo<Notices>(
    () => ({
      say: (text, undo) => void show({ text, tone: 'plain', ...(undo && { undo }) }),
      fail: (fault) => void show({ text: faultInWords(fault, words), tone: 'bad' }),
      hold: (text, act) => {
        const id = show({ text, tone: 'plain', at: Date.now() + HOLD_S * 1000, undo: () => stop() });
        const entry = {
          act,
          timer: setTimeout(() => {
            held.current.delete(id);
            drop(id);
            act();
          }, HOLD_S * 1000),
        };
        held.current.set(id, entry);
        const stop = (): void => {
          clearTimeout(entry.timer);
          held.current.delete(id);
          drop(id);
          show({ text: words.panel.undone, tone: 'plain' });
        };
      },
    }),
    [show, drop, words],
  );

  useEffect(() => {
    const pending = held.current;
    const leave = (): void => {
      for (const { timer, act } of pending.values()) {
        clearTimeout(timer);
        act();
      }
      pending.clear();
    };
    window.addEventListener('pagehide', leave);
    return () => window.removeEventListener('pagehide', leave);
  }, []);

  return (
    <Context.Provider value={value}>
      {children}
      <div className="notices" role="status" aria-live="polite">
        {notices.map((notice) => (
          <p key={notice.id} className={`notice ${notice.tone}`}>
            <span>
              {notice.at === undefined ? notice.text : <Countdown text={notice.text} at={notice.at} />}
            </span>
            {notice.undo && (
              <button
                type="button"
                onClick={() => {
                  notice.undo?.();
                  drop(notice.id);
                }}
              >
                {words.panel.undo}
              </button>
            )}
          </p>
        ))}
      </div>
    </Context.Provider>
  );
}

function Countdown({ text, at }: { text: string; at: number }): string {
  const { panel } = useWords();
  const [left, setLeft] = useState(HOLD_S);
  useEffect(() => {
    const timer = setInterval(() => setLeft(Math.max(0, Math.ceil((at - Date.now()) / 1000))), 250);
    return () => clearInterval(timer);
  }, [at]);
  return fill(panel.held, { what: text, seconds: left });
}

/** Why something did not work, in the words of the screen. */
function faultInWords(fault: unknown, { panel }: ReturnType<typeof useWords>): string {
  if (!(fault instanceof ApiFault)) return panel.busy;
  if (fault.kind === 'offline') return panel.offline;
  if (fault.code === 'not_found' || fault.code === 'forbidden') return panel.gone;
  if (fault.code === 'conflict' || fault.code === 'illegal_transition' || fault.code === 'claim_lapsed')
    return panel.moved;
  return fault.problem?.faults?.[0]?.cure ?? fault.problem?.detail ?? panel.busy;
}
