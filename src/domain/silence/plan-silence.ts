import { MINUTE_MS, nextDay, shanghaiDay, shanghaiMinute, shanghaiTime } from '../clocks/shanghai';
import type { SilenceKind, SilenceRules } from './silence-rules';

export type SilenceStep = 'remind' | 'alert' | 'expire';

/** What comes next in a silence, and when. */
export interface PlannedStep {
  readonly step: SilenceStep;
  readonly at: Date;
}

/**
 * The next step of a silence that began at `since`; `done`: steps of this silence that are past. Null: none comes. A
 * reminder never comes at night, nor when the end comes before it; an end that calls nobody waits for the morning too.
 */
export function planSilence(
  { night }: Pick<SilenceRules, 'night'>,
  kind: SilenceKind,
  since: Date,
  done: readonly SilenceStep[],
): PlannedStep | null {
  const after = (minutes: number | undefined) =>
    minutes === undefined ? undefined : new Date(since.getTime() + minutes * MINUTE_MS);
  // Where an operator is called nothing may wait.
  const patient = kind.alert === undefined;
  const expire = put(after(kind.expire), (at) => (patient ? byDay(night, at) : at));
  const remind = put(after(kind.remind), (at) => byDay(night, at));
  const steps: readonly (readonly [SilenceStep, Date | undefined])[] = [
    ['remind', remind && expire && remind >= expire ? undefined : remind],
    ['alert', after(kind.alert)],
    ['expire', expire],
  ];
  let next: PlannedStep | null = null;
  for (const [step, at] of steps) {
    if (at !== undefined && !done.includes(step) && (next === null || at < next.at)) next = { step, at };
  }
  return next;
}

function put(at: Date | undefined, move: (at: Date) => Date): Date | undefined {
  return at && move(at);
}

/** The moment itself, or the end of the night that it falls into. */
export function byDay({ from, to }: SilenceRules['night'], at: Date): Date {
  const minute = shanghaiMinute(at);
  const late = minute >= from * 60;
  const early = minute < to * 60;
  const isNight = from > to ? late || early : late && early;
  if (!isNight) return at;
  const day = shanghaiDay(at);
  return shanghaiTime(from > to && late ? nextDay(day) : day, to * 60);
}
