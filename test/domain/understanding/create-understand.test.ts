import * as fc from 'fast-check';
import { createExplain } from '../../../src/domain/understanding/explain';
import { createUnderstand } from '../../../src/domain/understanding/create-understand';
import { AXES } from '../../../src/domain/understanding/model/axes';
import { encodeModel } from '../../../src/domain/understanding/model/message-model';
import { trainModel } from '../../../src/domain/understanding/training/train-model';
import { tinyData } from './tiny-corpus';

const bytes = encodeModel(trainModel(tinyData));
const understand = createUnderstand(bytes);
const now = new Date('2026-11-24T08:00:00Z');

test('the same data give the same bytes', () => {
  expect(Buffer.from(encodeModel(trainModel(tinyData))).equals(Buffer.from(bytes))).toBe(true);
});

test.each([
  ['没交过失业保险，停工了', 'M05'],
  ['想申请低保', 'M01'],
  ['家里断粮了', 'M14'],
])('%s → %s', (text, measure) => {
  expect(understand(text, now).measures[0]?.id).toBe(measure);
});

test('a rule names the danger whatever the need', () => {
  expect(understand('屋里有煤气味', now)).toMatchObject({
    danger: 'fire',
    urgency: 'critical',
  });
  expect(understand('煤气味报警器多少钱', now).danger).not.toBe('fire');
  expect(understand('电影里有煤气味', now).danger).not.toBe('fire');
});

test.each(['6', '。。。', '👍', '？？？'])('%s is small talk', (text) => {
  expect(understand(text, now)).toMatchObject({ scope: 'chat', act: 'other', danger: 'none' });
});

test('any text gives a valid answer', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.constantFrom('', '\ud800', '🙏', '1'.repeat(10_000), '\u0000', 'ᠮᠣᠩᠭᠣᠯ'),
      ),
      (text) => {
        const got = understand(text, now);
        expect(AXES.scope).toContain(got.scope);
        expect(AXES.act).toContain(got.act);
        expect(got.measures.length).toBeGreaterThan(0);
        expect(
          got.measures.every(
            ({ p }, at) => p >= 0.01 && p <= 1 && (at === 0 || p <= got.measures[at - 1]!.p),
          ),
        ).toBe(true);
        expect(got.department === null).toBe(got.scope !== 'referral');
        expect(got.confidence >= 0 && got.confidence <= 1).toBe(true);
      },
    ),
    { numRuns: 200, seed: 3 },
  );
});

test('one message leaves no trace in the next', () => {
  const before = understand('路灯坏了没人修', now);
  understand('今晚没地方住'.repeat(300), now);
  expect(understand('路灯坏了没人修', now)).toEqual(before);
});

test('an explanation points at the words that spoke for the label', () => {
  const text = '你们好，没交过失业保险的有没有补助';
  const { spans, nearest } = createExplain(bytes)(text, 'M05');
  expect(spans.some(({ start, end }) => /失业|没交过|参保/.test(text.slice(start, end)))).toBe(true);
  expect(nearest).toContain('没交过');
  expect(createExplain(bytes)(text, 'no such label').spans).toEqual([]);
});

test('bytes that are no model are refused', () => {
  expect(() => createUnderstand(new Uint8Array([1, 2, 3]))).toThrow('not a model file');
  expect(() => createUnderstand(bytes.slice(0, bytes.length - 5000))).toThrow(RangeError);
});
