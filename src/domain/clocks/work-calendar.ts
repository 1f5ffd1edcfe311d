import { getLunarDate, getSolarTermDate, isWorkday } from 'chinese-days';
import { z } from 'zod';

/**
 * A file `data/calendar/<year>.yml`: the State Council's yearly notice, entered by hand where chinese-days does not
 * have it yet. Days are `YYYY-MM-DD`.
 */
export const calendarFile = z
  .strictObject({
    year: z.int().min(2024).max(2100),
    source: z.string().min(1),
    holidays: z.array(z.iso.date()).min(13),
    /** Saturdays and Sundays that are worked. */
    workdays: z.array(z.iso.date()),
  })
  .superRefine((file, context) => {
    for (const day of file.workdays) {
      if (!isWeekend(day)) context.addIssue({ code: 'custom', message: `${day} is no Saturday or Sunday` });
      if (file.holidays.includes(day))
        context.addIssue({ code: 'custom', message: `${day} is in both lists` });
    }
  });
export type CalendarFile = z.infer<typeof calendarFile>;

export interface WorkCalendar {
  /** `provisional`: the year's notice is not known, only the statutory days were kept free. */
  (day: string): { readonly workday: boolean; readonly provisional: boolean };
}

/** Last year whose notice chinese-days 1.5.7 holds; it takes later years silently for plain weeks. */
export const LAST_PUBLISHED_YEAR = 2026;

/** Order of trust: our own file, then chinese-days, then the statutory days alone. */
export function createWorkCalendar(files: readonly CalendarFile[]): WorkCalendar {
  const byYear = new Map(files.map((file) => [file.year, file]));
  const known = new Map<string, { workday: boolean; provisional: boolean }>();
  return (day) => {
    const seen = known.get(day);
    if (seen) return seen;
    const answer = decide(byYear, day);
    known.set(day, answer);
    return answer;
  };
}

function decide(
  byYear: ReadonlyMap<number, CalendarFile>,
  day: string,
): { workday: boolean; provisional: boolean } {
  const year = Number(day.slice(0, 4));
  const file = byYear.get(year);
  if (file) {
    if (file.holidays.includes(day)) return { workday: false, provisional: false };
    return { workday: file.workdays.includes(day) || !isWeekend(day), provisional: false };
  }
  if (year <= LAST_PUBLISHED_YEAR) return { workday: isWorkday(day), provisional: false };
  return { workday: !isWeekend(day) && !isStatutoryHoliday(day), provisional: true };
}

function isWeekend(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

const SOLAR = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']);
/** Lunar month-day: New Year's first three days, 端午, 中秋. */
const LUNAR = new Set(['1-1', '1-2', '1-3', '5-5', '8-15']);

/** Days off by the regulation of 2024-11 whatever the yearly notice says; New Year's Eve is the day before lunar 1-1. */
function isStatutoryHoliday(day: string): boolean {
  if (SOLAR.has(day.slice(5))) return true;
  if (day === getSolarTermDate(Number(day.slice(0, 4)), 4, 'pure_brightness')) return true;
  const lunar = getLunarDate(day);
  if (!lunar.isLeap && LUNAR.has(`${lunar.lunarMon}-${lunar.lunarDay}`)) return true;
  const tomorrow = getLunarDate(
    new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10),
  );
  return tomorrow.lunarMon === 1 && tomorrow.lunarDay === 1 && !tomorrow.isLeap;
}
