import type { WorkCalendar } from './work-calendar';
import { MINUTE_MS, nextDay, shanghaiDay, shanghaiMinute, shanghaiTime } from './shanghai';

/** Working spans of a day, minutes after midnight: 8:30–12:00 and 14:30–17:30, as township offices of the region keep. */
export const WORKING_SPANS: readonly (readonly [number, number])[] = [
  [510, 720],
  [870, 1050],
];
export const DAY_END = 1050;

export interface Due {
  readonly at: Date;
  /** The reckoning crossed a year whose holidays are not published. */
  readonly provisional: boolean;
}

/** `n` working days on: the end of the n-th working day after the day of `from` (a start outside work counts the same). */
export function addWorkingDays(calendar: WorkCalendar, from: Date, n: number): Due {
  let day = shanghaiDay(from);
  let provisional = false;
  for (let left = n; left > 0;) {
    day = nextDay(day);
    const kind = calendar(day);
    provisional ||= kind.provisional;
    if (kind.workday) left -= 1;
  }
  return { at: shanghaiTime(day, DAY_END), provisional };
}

/** `minutes` of working time on from `from`. */
export function addWorkingMinutes(calendar: WorkCalendar, from: Date, minutes: number): Due {
  let day = shanghaiDay(from);
  let minute = shanghaiMinute(from);
  let left = minutes;
  let provisional = false;
  for (;;) {
    const kind = calendar(day);
    provisional ||= kind.provisional;
    if (kind.workday) {
      for (const [open, close] of WORKING_SPANS) {
        const start = Math.max(open, minute);
        if (start >= close) continue;
        if (left <= close - start) return { at: shanghaiTime(day, start + left), provisional };
        left -= close - start;
      }
    }
    day = nextDay(day);
    minute = 0;
  }
}

/** Working minutes between two moments, for the bar on the workbench; 0 when `to` is not after `from`. */
export function workingMinutesBetween(calendar: WorkCalendar, from: Date, to: Date): number {
  let total = 0;
  const last = shanghaiDay(to);
  for (let day = shanghaiDay(from); day <= last; day = nextDay(day)) {
    if (!calendar(day).workday) continue;
    for (const [open, close] of WORKING_SPANS) {
      const start = Math.max(shanghaiTime(day, open).getTime(), from.getTime());
      const end = Math.min(shanghaiTime(day, close).getTime(), to.getTime());
      if (end > start) total += (end - start) / MINUTE_MS;
    }
  }
  return total;
}

/** Is somebody in the offices at this moment? */
export function isWorkingTime(calendar: WorkCalendar, at: Date): boolean {
  const minute = shanghaiMinute(at);
  return (
    calendar(shanghaiDay(at)).workday &&
    WORKING_SPANS.some(([open, close]) => minute >= open && minute < close)
  );
}
