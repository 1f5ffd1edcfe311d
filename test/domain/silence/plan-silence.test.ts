import { byDay, planSilence, type SilenceStep } from '../../../src/domain/silence/plan-silence';

const night = { from: 22, to: 7 };
/** 10:00 in Shanghai. */
const TEN = new Date('2026-03-10T02:00:00Z');
const at = (iso: string) => new Date(`2026-03-${iso}:00Z`);
const ordinary = { remind: 30, expire: 4320, then: 'file' } as const;
const urgent = { remind: 10, alert: 15, expire: 60, then: 'file' } as const;

test.each<
  [string, Parameters<typeof planSilence>[1], Date, readonly SilenceStep[], SilenceStep | null, string]
>([
  ['first the reminder', ordinary, TEN, [], 'remind', '10T02:30'],
  ['then the end', ordinary, TEN, ['remind'], 'expire', '13T02:00'],
  ['then nothing', ordinary, TEN, ['remind', 'expire'], null, ''],
  ['a reminder of the night comes in the morning', ordinary, at('10T13:45'), [], 'remind', '10T23:00'],
  ['so does an end that calls nobody', ordinary, at('10T18:00'), ['remind'], 'expire', '13T23:00'],
  ['an urgent case is never put off', urgent, at('10T18:00'), [], 'alert', '10T18:15'],
  ['nor its end', urgent, at('10T18:00'), ['alert'], 'expire', '10T19:00'],
  ['by day it is reminded first', urgent, TEN, [], 'remind', '10T02:10'],
  ['danger knows the operator only', { alert: 5 }, TEN, [], 'alert', '10T02:05'],
])('%s', (_, kind, since, done, step, when) => {
  const next = planSilence({ night }, kind, since, done);
  expect(next).toEqual(step === null ? null : { step, at: at(when) });
});

test.each([
  ['22:00 is night', '10T14:00', '10T23:00'],
  ['one minute before it is not', '10T13:59', '10T13:59'],
  ['six in the morning is', '10T22:00', '10T23:00'],
  ['seven is not', '10T23:00', '10T23:00'],
])('%s', (_, from, to) => {
  expect(byDay(night, at(from))).toEqual(at(to));
});

test('a night that lies within one day', () => {
  expect(byDay({ from: 1, to: 5 }, at('10T18:00'))).toEqual(at('10T21:00'));
  expect(byDay({ from: 1, to: 5 }, at('10T16:30'))).toEqual(at('10T16:30'));
});
