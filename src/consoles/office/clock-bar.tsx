import type { ReactNode } from 'react';
import type { Clock } from '../../contract/ticket';
import { dayTime, span, workingSpan } from '../staff/time-in-words';
import { useNow } from '../staff/use-now';
import { fill, useWords } from '../staff/words';

/** Less than this share of the working time left: due soon. */
const SOON = 0.25;

/** The clock as a bar of working time with its next mark; word and colour say the same. */
export function ClockBar({ clock, brief = false }: { clock: Clock; brief?: boolean }): ReactNode {
  const words = useWords();
  const now = useNow(30_000);
  const { office } = words;
  const { workingMinutesLeft, workingMinutesTotal, overdue } = clock;
  const share = workingMinutesTotal > 0 ? workingMinutesLeft / workingMinutesTotal : 0;
  const tone = overdue ? 'late' : share < SOON ? 'soon' : 'fine';
  const used = overdue ? 1 : Math.min(1, Math.max(0, 1 - share));
  // Urgent limits run at night too: without working time left it is the plain time that counts.
  const left =
    workingMinutesLeft === 0
      ? span(Math.abs(Date.parse(clock.due) - now.getTime()), words)
      : workingSpan(Math.abs(workingMinutesLeft), words);
  return (
    <span className={`clock ${tone}`}>
      <span className="clock-words">
        <span>{fill(office.due, { when: dayTime(clock.due, words), mark: words.mark[clock.mark] })}</span>
        <b>{fill(overdue ? office.over : office.left, { t: left })}</b>
      </span>
      <svg className="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect className="bar-ground" width="100" height="4" />
        <rect className="bar-used" width={used * 100} height="4" />
      </svg>
      {!brief && clock.provisional && <span className="mute">{office.provisional}</span>}
    </span>
  );
}
