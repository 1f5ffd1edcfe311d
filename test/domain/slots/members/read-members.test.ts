import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { z } from 'zod';
import { membersReader } from '../../../../src/domain/slots/members/members-reader';

const cases = z
  .record(z.string(), z.array(z.string()))
  .parse(load(readFileSync(join(__dirname, 'read-members.yml'), 'utf8')));

test.each(Object.entries(cases))('%s', (message, people) => {
  const rows = membersReader.read(message, []) ?? [];
  expect(rows.map((row) => membersReader.inWords(row, 'zh'))).toEqual(people);
});

test('a second telling changes the row of the same person, under another name too', () => {
  const first = membersReader.read('老伴七十二，儿子四十', []) ?? [];
  const second = membersReader.read('媳妇有糖尿病，儿子不是四十是四十五', first) ?? [];
  expect(second).toEqual([
    { who: '老伴', age: 72, doing: '有糖尿病', is: 'ill' },
    { who: '儿子', age: 45 },
  ]);
});

test('who died or left is taken out; a message about nobody gives nothing', () => {
  const rows = membersReader.read('老伴七十二，儿子四十', []) ?? [];
  expect(membersReader.read('儿子分家另过了', rows)?.map(({ who }) => who)).toEqual(['老伴']);
  expect(membersReader.read('今年地里没收成', rows)).toBeUndefined();
});
