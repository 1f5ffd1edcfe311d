import { compileConcepts, conceptKey } from '../../../../src/domain/understanding/features/concepts';
import { FeatureReader } from '../../../../src/domain/understanding/features/feature-reader';

const concepts = compileConcepts({
  support: ['低保', 'dibao'],
  jobless: ['lost my job', 'unemploy*', '没活干'],
});
const ofCode = new Uint16Array(0x9fff - 0x4e00 + 1);
for (const [letter, syllable] of [
  ['低', 1],
  ['底', 1],
  ['保', 2],
  ['宝', 2],
] as const)
  ofCode[letter.charCodeAt(0) - 0x4e00] = syllable;
const reader = new FeatureReader({ han: 2, letters: 4, shortWords: true, sounds: 2 }, concepts, {
  ofCode,
  spellings: ['', 'di', 'bao'],
});

function keys(text: string): Set<number> {
  reader.read(text);
  return new Set(reader.keys.subarray(0, reader.count));
}
const shared = (a: string, b: string) => [...keys(a)].filter((key) => keys(b).has(key)).length;

test.each([
  ['我想吃低保', 1],
  ['I want dibao', 1],
  ['I lost my job', 2],
  ['he is unemployed now', 2],
  ['厂里没活干了', 2],
])('%s holds concept %d', (text, concept) => {
  expect(keys(text).has(conceptKey(concept))).toBe(true);
});

test('a word under two concepts counts for both', () => {
  const both = compileConcepts({ illness: ['透析'], spending: ['透析', '药钱'] });
  const read = new FeatureReader({ han: 2, letters: 4, shortWords: true, sounds: 0 }, both);
  read.read('每周透析三回');
  const found = [...read.keys.subarray(0, read.count)];
  expect([1, 2].map((concept) => found.filter((key) => key === conceptKey(concept)).length)).toEqual([1, 1]);
});

test('homophones and pinyin share a sound', () => {
  expect(shared('底宝', '低保')).toBeGreaterThan(0);
  expect(shared('di bao', '低保')).toBeGreaterThan(0);
  expect(shared('修路', '低保')).toBe(0);
});

test('Mongolian is read without its variation selectors', () => {
  expect(keys('ᠮᠣᠩᠭᠣᠯ\u180b')).toEqual(keys('ᠮᠣᠩᠭᠣᠯ'));
});

test('places of features lie in the text', () => {
  reader.read('老人一个人在家，I lost my job。');
  for (let at = 0; at < reader.count; at += 1) expect(reader.ends[at]).toBeLessThanOrEqual(24);
});

test('a very long text is read in stretches', () => {
  reader.read('家里断粮了没吃的，'.repeat(3000));
  expect(reader.stretches).toBeGreaterThan(100);
  expect(reader.stretchEnds[reader.stretches - 1]).toBe(reader.count);
});

describe('what a message says it is not about', () => {
  const careful = new FeatureReader(
    { han: 2, letters: 4, shortWords: true, sounds: 0 },
    concepts,
    undefined,
    [],
    ['不是[^,。]{1,14}[,。]'],
  );
  const holdsSupport = (text: string) => {
    careful.read(text);
    return careful.keys.subarray(0, careful.count).includes(conceptKey(1));
  };

  test.each([
    ['不是来要低保的，就想问问老人住院的钱', false],
    ['不是要钱，低保也不用，给送点煤就行', true],
    ['不是低保，是啥', true],
  ])('%s: its words speak: %p', (text, speaks) => {
    expect(holdsSupport(text)).toBe(speaks);
  });
});
