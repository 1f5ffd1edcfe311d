import * as fc from 'fast-check';
import { findEntities } from '../../../../src/domain/understanding/entities/find-entities';

const now = new Date('2026-11-24T08:00:00Z');
const read = (text: string) =>
  findEntities(text, now).map((e) =>
    [e.kind, text.slice(e.start, e.end), e.value, e.unit].filter((part) => part !== undefined),
  );

test('one sentence gives name, telephone and household', () => {
  expect(read('我叫许凤兰，电话13800000901，家里五口人')).toEqual([
    ['person_name', '许凤兰', '许凤兰'],
    ['phone', '13800000901', '13800000901'],
    ['household_size', '五口人', 5],
  ]);
});

test('money, dates and ages are kept apart', () => {
  expect(read('欠了二十万，工资条六千二，去年三月住院花了八万多，闺女十一岁')).toEqual([
    ['amount', '二十万', 200000, 'yuan'],
    ['amount', '六千二', 6200, 'yuan'],
    ['date', '去年三月', '2025-03', 'month'],
    ['event', '住院', 'surgery'],
    ['amount', '八万', 80000, 'yuan'],
    ['relation', '闺女', 'daughter'],
    ['age', '十一岁', 11],
  ]);
});

test('numbers to be scrubbed are found, a wrong check digit included, and are not amounts', () => {
  expect(read('身份证110105194912310021，卡号6222020200112233').map(([kind]) => kind)).toEqual([
    'id_number',
    'bank_card',
  ]);
});

test.each([
  ['我八十一了就我自己在村里住', [81]],
  ['我六十九', [69]],
  ['欠我六十九', []],
  ['我是巴林左旗的我今年七十二了老伴没了', [72]],
  ['今年六十六属鼠的早先上过班', [66]],
  ['人家欠我八十了', []],
])('the ages of "%s" are %p', (text, ages) => {
  expect(read(text).flatMap(([kind, , value]) => (kind === 'age' ? [value] : []))).toEqual(ages);
});

test('alone with others is not alone', () => {
  expect(read('家里就我自己和妹妹').some(([kind]) => kind === 'household_size')).toBe(false);
});

test('figures in a list are not a telephone number', () => {
  expect(read('前后花了13800，138000').some(([kind]) => kind === 'phone')).toBe(false);
});

test('any text gives valid, bounded, ordered spans', () => {
  const piece = fc.constantFrom(
    '我叫',
    '三',
    '万',
    '1',
    ',',
    '个月',
    '年前',
    '口人',
    '138',
    '零',
    '不是',
    ' ',
    '\ud800',
    '岁',
    'two ',
    '号',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(piece, { maxLength: 60 }).map((parts) => parts.join('')),
      ),
      (text) => {
        let last = 0;
        for (const { start, end, value } of findEntities(text, now)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(value === '' || Number.isNaN(value)).toBe(false);
          last = start;
        }
      },
    ),
    { numRuns: 300, seed: 7 },
  );
});
