import { join } from 'node:path';
import fc from 'fast-check';
import { readGazetteer } from '../../../src/adapters/catalogue/read-gazetteer';
import { createLocatePlace } from '../../../src/domain/routing/locate-place';
import type { PlaceAnswer } from '../../../src/domain/routing/place';

const gazetteer = readGazetteer(join(__dirname, '../../..'));
const locate = createLocatePlace(gazetteer);

const DIGITS = { township: 9, county: 6, league: 4, none: 0 } as const;

function expectValid(text: string, answer: PlaceAnswer): void {
  if (answer.code !== '') {
    expect(answer.code).toHaveLength(DIGITS[answer.level]);
    expect(answer.candidates).toEqual([]);
    expect(gazetteer.area(answer.code)?.full).toBe(answer.name);
  }
  if (answer.level === 'none') expect(answer.candidates).toEqual([]);
  if (answer.outside) expect(answer.level).toBe('none');
  for (const candidate of answer.candidates)
    expect(gazetteer.area(candidate.code)?.full).toBe(candidate.name);
  for (const { start, end, code } of answer.mentions) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThanOrEqual(start);
    expect(end).toBeLessThanOrEqual(text.length);
    if (code !== '') expect(gazetteer.area(code)).toBeDefined();
  }
}

/** Text made of names, cue words and noise, so that the rarer ways through the code are met. */
const placeTalk = fc
  .array(
    fc.oneof(
      fc.constantFrom(...gazetteer.townships.slice(0, 400).map((area) => area.name)),
      fc.constantFrom(...gazetteer.counties.flatMap((area) => [area.name, ...area.aliases])),
      fc.constantFrom(
        '户口在',
        '现在住',
        '，',
        '的',
        '我妈在',
        '打工',
        '不是',
        '说错了',
        '北京',
        '陕西',
        '左旗',
        '村',
        '嘎查',
        '镇',
        ' town ',
        'Baokang',
      ),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));

describe('any text', () => {
  it('gets a valid answer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => expectValid(text, locate(text))),
      { seed: 1, numRuns: 300 },
    );
  });

  it('gets a valid answer when it is full of places', () => {
    fc.assert(
      fc.property(
        placeTalk,
        fc.constantFrom(undefined, '1505', '150521', '150571', '150521100', 'x'),
        (text, within) => expectValid(text, locate(text, within)),
      ),
      { seed: 2, numRuns: 1500 },
    );
  });

  it.each([
    ['nothing', ''],
    ['lone surrogates', '\ud800保康镇\udc00'],
    ['controls', '\u0000\u0007保\u200b康镇\ufeff'],
    ['ten thousand digits', '1'.repeat(10_000)],
    ['one character, many times', '旗'.repeat(20_000)],
    ['one name, many times', '科左中旗保康镇，'.repeat(4000)],
    ['Latin, many times', 'baokang zhen '.repeat(2000)],
  ])('%s', (_case, text) => {
    expectValid(text, locate(text));
  });

  it('does not depend on what was asked before', () => {
    const text = '科左中旗宝康镇的，自来水停了';
    const first = locate(text);
    locate('户口在林西县，人在翁牛特旗桥头镇', '150424');
    expect(locate(text)).toEqual(first);
  });
});
