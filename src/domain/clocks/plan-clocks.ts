import type { Limit } from '../measures/measure';
import type { ClockMark, Ticket } from '../tickets/ticket';
import type { Urgency } from '../understanding/labels';
import type { WorkCalendar } from './work-calendar';
import { addWorkingDays, addWorkingMinutes, type Due } from './working-time';

/** Limits of one urgency, from `data/time-limits.yml`; a measure's own limits are added and the shorter one counts. */
export type TimeLimits = Readonly<Record<Urgency, readonly Limit[]>>;

const MINUTES = { minute: 1, hour: 60, day: 1440 } as const;

export function dueAfter(calendar: WorkCalendar, from: Date, limit: Pick<Limit, 'value' | 'unit'>): Due {
  if (limit.unit === 'working_day') return addWorkingDays(calendar, from, limit.value);
  if (limit.unit === 'working_hour') return addWorkingMinutes(calendar, from, limit.value * 60);
  return { at: new Date(from.getTime() + limit.value * MINUTES[limit.unit] * 60_000), provisional: false };
}

/**
 * Due times of every mark, reckoned from `from` (the dispatch: the clock never runs before the office can know).
 * Of several limits on one mark the earliest counts.
 */
export function planClocks(
  calendar: WorkCalendar,
  limits: TimeLimits,
  measureLimits: readonly Limit[],
  urgency: Urgency,
  from: Date,
): Ticket['due'] {
  const due: Partial<Record<ClockMark, Due>> = {};
  for (const limit of [...limits[urgency], ...measureLimits]) {
    const candidate = dueAfter(calendar, from, limit);
    const earlier = due[limit.mark];
    if (!earlier || candidate.at < earlier.at) due[limit.mark] = candidate;
  }
  return due;
}
