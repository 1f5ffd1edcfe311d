import type { StaffWords } from '../locale/zh-staff';
import { fill } from './words';

const ZONE = 'Asia/Shanghai';
const dateParts = new Map<string, Intl.DateTimeFormat>();

function format(lang: string, options: Intl.DateTimeFormatOptions, at: Date): string {
  const key = lang + JSON.stringify(options);
  const known =
    dateParts.get(key) ?? new Intl.DateTimeFormat(lang, { timeZone: ZONE, hourCycle: 'h23', ...options });
  dateParts.set(key, known);
  return known.format(at);
}

/** Day and time in Asia/Shanghai, whatever the computer's own zone: `11月25日 16:30`. */
export function dayTime(iso: string, words: StaffWords): string {
  const at = new Date(iso);
  const day = format(words.lang, { month: 'short', day: 'numeric' }, at);
  return `${day} ${clockTime(at, words)}`;
}

export function clockTime(at: Date, words: StaffWords): string {
  return format(words.lang, { hour: '2-digit', minute: '2-digit' }, at);
}

/** `3分钟前`. */
export function ago(iso: string, now: Date, { time }: StaffWords): string {
  const minutes = Math.floor((now.getTime() - Date.parse(iso)) / 60_000);
  if (minutes < 1) return time.now;
  if (minutes < 60) return fill(time.minutes, { n: minutes });
  if (minutes < 24 * 60) return fill(time.hours, { n: Math.floor(minutes / 60) });
  return fill(time.days, { n: Math.floor(minutes / 60 / 24) });
}

/** A span as it counts on the screen: `47秒`, `3分12秒`, `1小时5分`. */
export function span(ms: number, { time }: StaffWords): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  if (seconds < 60) return fill(time.seconds, { n: seconds });
  if (seconds < 3600) return fill(time.minuteSecond, { m: Math.floor(seconds / 60), s: seconds % 60 });
  return fill(time.hourMinute, { h: Math.floor(seconds / 3600), m: Math.floor((seconds % 3600) / 60) });
}

/** Minutes in a working day, for saying long limits in days. */
const WORKING_DAY = 8 * 60;

/** Working minutes as people say them: minutes, hours, or working days from two days on. */
export function workingSpan(minutes: number, { office }: StaffWords): string {
  if (minutes < 60) return fill(office.workMinutes, { n: minutes });
  if (minutes < 2 * WORKING_DAY) return fill(office.workHours, { n: Math.round(minutes / 6) / 10 });
  return fill(office.workDays, { n: Math.round((minutes / WORKING_DAY) * 10) / 10 });
}
