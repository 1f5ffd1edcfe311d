import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { parseAge } from '../../../../src/domain/understanding/entities/age';
import { parseAmount } from '../../../../src/domain/understanding/entities/amount';
import { parseBankCard } from '../../../../src/domain/understanding/entities/bank-card';
import { parseDate } from '../../../../src/domain/understanding/entities/date';
import { parseDuration } from '../../../../src/domain/understanding/entities/duration';
import { parseHouseholdSize } from '../../../../src/domain/understanding/entities/household-size';
import { parseIdNumber } from '../../../../src/domain/understanding/entities/id-number';
import { parseNumeral } from '../../../../src/domain/understanding/entities/numerals';
import { parsePersonName } from '../../../../src/domain/understanding/entities/person-name';
import { parsePhone } from '../../../../src/domain/understanding/entities/phone';

const now = new Date('2026-11-24T08:00:00Z');
const measured = (found: { value: number; unit: string } | undefined) =>
  found && `${found.value} ${found.unit}`;
const parsers: Record<string, (answer: string) => string | number | undefined> = {
  numerals: parseNumeral,
  phone: parsePhone,
  age: (answer) => parseAge(answer, 2026),
  'household-size': parseHouseholdSize,
  date: (answer) => parseDate(answer, now)?.value,
  duration: (answer) => measured(parseDuration(answer)),
  amount: (answer) => measured(parseAmount(answer)),
  'person-name': parsePersonName,
  'id-number': parseIdNumber,
  'bank-card': parseBankCard,
};
const cases = load(readFileSync(join(__dirname, 'answers.yml'), 'utf8')) as Record<
  string,
  [string, string | number | null][]
>;

test('every parser has cases', () => {
  expect(Object.keys(cases).sort()).toEqual(Object.keys(parsers).sort());
});

describe.each(Object.entries(cases))('%s', (kind, rows) => {
  test.each(rows)('%s → %s', (answer, expected) => {
    expect(parsers[kind]!(answer) ?? null).toEqual(expected);
  });
});
