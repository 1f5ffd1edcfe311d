import { createWorkCalendar } from '../../../src/domain/clocks/work-calendar';
import {
  addWorkingDays,
  addWorkingMinutes,
  isWorkingTime,
  workingMinutesBetween,
} from '../../../src/domain/clocks/working-time';

const calendar = createWorkCalendar([]);
const at = (text: string): Date => new Date(`${text}+08:00`);

describe('working days', () => {
  it.each([
    ['an ordinary Tuesday', '2026-11-24T10:00', 1, '2026-11-25T17:30', false],
    ['over a weekend', '2026-11-27T10:00', 1, '2026-11-30T17:30', false],
    ['into the National Day week', '2026-09-30T10:00', 1, '2026-10-08T17:30', false],
    ['a make-up Saturday counts', '2026-10-09T10:00', 1, '2026-10-10T17:30', false],
    ['late in the evening', '2026-11-24T23:59', 2, '2026-11-26T17:30', false],
    ['five days on', '2026-11-24T10:00', 5, '2026-12-01T17:30', false],
    ['over a New Year that is not published', '2026-12-31T10:00', 1, '2027-01-04T17:30', true],
    ['over a Spring Festival that is not published', '2027-02-04T10:00', 1, '2027-02-09T17:30', true],
  ])('%s', (_case, from, days, due, provisional) => {
    expect(addWorkingDays(calendar, at(from), days)).toEqual({ at: at(due), provisional });
  });

  it('takes our own file for a year before anything else', () => {
    const own = createWorkCalendar([
      {
        year: 2027,
        source: 'test',
        holidays: Array.from({ length: 13 }, (_, index) => `2027-03-${String(index + 1).padStart(2, '0')}`),
        workdays: ['2027-03-14'],
      },
    ]);
    expect(addWorkingDays(own, at('2027-02-26T10:00'), 1)).toEqual({
      at: at('2027-03-14T17:30'),
      provisional: false,
    });
  });
});

describe('working minutes', () => {
  it.each([
    ['within a morning', '2026-11-24T09:00', 60, '2026-11-24T10:00'],
    ['over the midday break', '2026-11-24T11:30', 60, '2026-11-24T15:00'],
    ['from before opening', '2026-11-24T05:00', 30, '2026-11-24T09:00'],
    ['from the evening', '2026-11-24T20:00', 30, '2026-11-25T09:00'],
    ['over a weekend', '2026-11-27T17:00', 60, '2026-11-30T09:00'],
  ])('%s', (_case, from, minutes, due) => {
    expect(addWorkingMinutes(calendar, at(from), minutes).at).toEqual(at(due));
    expect(workingMinutesBetween(calendar, at(from), at(due))).toBe(minutes);
  });

  it('are none backwards or on a holiday', () => {
    expect(workingMinutesBetween(calendar, at('2026-11-24T10:00'), at('2026-11-24T09:00'))).toBe(0);
    expect(workingMinutesBetween(calendar, at('2026-10-01T00:00'), at('2026-10-04T00:00'))).toBe(0);
  });

  it.each([
    ['2026-11-24T08:29', false],
    ['2026-11-24T08:30', true],
    ['2026-11-24T12:00', false],
    ['2026-11-24T17:29', true],
    ['2026-11-28T10:00', false],
  ])('%s is working time: %s', (moment, open) => expect(isWorkingTime(calendar, at(moment))).toBe(open));
});
