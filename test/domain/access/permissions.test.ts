import { STAFF_ROLES } from '../../../src/domain/access/actor';
import { PERMISSIONS, may } from '../../../src/domain/access/permissions';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** access.txt draws the whole table, every role × action, so that a change of it is seen for what it is. */
const table = readFileSync(join(__dirname, 'access.txt'), 'utf8');
const lines = table.split('\n').filter((line) => line && !line.startsWith('#'));
const [head = '', ...rows] = lines;

test('the table names every role and every action', () => {
  expect(head.trim().split(/\s+/)).toEqual([...STAFF_ROLES]);
  expect(rows.map((row) => row.split(/\s+/)[0])).toEqual([...PERMISSIONS]);
});

test.each(rows.map((row) => row.trim().split(/\s+/)))('%s', (action, ...marks) => {
  const allowed = STAFF_ROLES.filter((role) => may(role, action as (typeof PERMISSIONS)[number]));
  expect(allowed).toEqual(STAFF_ROLES.filter((_, index) => marks[index] === 'yes'));
});
