import { createClassify } from '../../../../src/domain/understanding/classifier/create-classify';
import {
  trainClassifier,
  type LabelledText,
} from '../../../../src/domain/understanding/classifier/train-classifier';

const openings = ['please ', 'can you ', 'i want to ', 'could we ', 'help me ', 'now '];
const set = (label: string, phrases: readonly string[]): LabelledText[] =>
  phrases.flatMap((phrase) => openings.map((opening) => ({ text: opening + phrase, label })));
const data = [
  ...set('music', ['play a song', 'put on some music', 'turn the song up']),
  ...set('weather', ['tell me the weather', 'say if it rains tomorrow', 'check the forecast']),
  ...set('alarm', ['set an alarm', 'wake me at six', 'cancel the alarm']),
  ...set('oos', [
    'explain black holes',
    'quote shakespeare',
    'count to a million',
    'name every king',
    'solve the riddle',
    'translate latin',
  ]),
];
const classify = createClassify(trainClassifier(data));

test.each([
  ['could you play my song', 'music'],
  ['is there rain in the forecast', 'weather'],
  ['wake me with an alarm', 'alarm'],
])('%s → %s', (text, label) => {
  expect(classify(text)).toMatchObject({ top: label });
});

test('what no label fits is refused, but the best label is still told', () => {
  const strange = classify('quote a latin king on black holes');
  expect(strange.label).toBe('oos');
  expect(['music', 'weather', 'alarm']).toContain(strange.top);
  expect(strange.p).toBeLessThan(classify('please set an alarm').p);
});

test('the order of the rows does not decide the answer', () => {
  const turned = createClassify(trainClassifier([...data].reverse()));
  for (const { text, label } of data.filter((row) => row.label !== 'oos'))
    expect(turned(text).top).toBe(label);
});

test('one label is not enough', () => {
  expect(() => trainClassifier(set('music', ['play']))).toThrow('at least two labels');
});
