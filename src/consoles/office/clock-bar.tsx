import type { ReactNode } from 'react';
import type { Clock } from '../../contract/ticket';
import { dayTime, workingSpan } from '../staff/time-in-words';
import { fill, useWords } from '../staff/words';

/** Less than this share of the working time left: due soon. */
const SOON = 0.25;

/** The clock as a bar of working time with its next mark; word and colour say the same. */
export function ClockBar({ clock, brief = false }: { clock: Clock; brief?: boolean }): ReactNode {
  const words = useWords();
  const { office } = words;
  const share = clock.workingMinutesTotal > 0 ? clock.workingMinutesLeft / clock.workingMinutesTotal : 0;
  const tone = clock.overdue || share <= 0 ? 'late' : share < SOON ? 'soon' : 'fine';
  const used = Math.min(1, Math.max(0, 1 - share));
  const left = fill(tone === 'late' ? office.over : office.left, {
    t: workingSpan(Math.abs(clock.workingMinutesLeft), words),
  });
  return (
    <span className={`clock ${tone}`}>
      <span className="clock-words">
        <span>{fill(office.due, { when: dayTime(clock.due, words), mark: words.mark[clock.mark] })}</span>
        <b>{left}</b>
      </span>
      <svg className="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect className="bar-ground" width="100" height="4" />
        <rect className="bar-used" width={used * 100} height="4" />
      </svg>
      {!brief && clock.provisional && <span className="mute">{office.provisional}</span>}
    </span>
  );
}
