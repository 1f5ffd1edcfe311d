import { lintCorpus } from '../../scripts/lint-corpus/lint-corpus';
import { tinyCorpus } from '../domain/understanding/tiny-corpus';

const [first] = tinyCorpus;
const faults = (...args: Parameters<typeof lintCorpus>) =>
  lintCorpus(...args).filter(({ place }) => place !== 'intents/');

test('a sound corpus has nothing but thin classes to report', () => {
  expect(faults(tinyCorpus, [])).toEqual([]);
  expect(lintCorpus(tinyCorpus, []).find(({ fault }) => fault.startsWith('M01 in Chinese'))).toMatchObject({
    grave: false,
  });
});

test('one text with two labels is refused with both places', () => {
  const again = {
    ...first!,
    text: '家里没收入，想申请低保！',
    act: 'consult',
    file: 'other.yml',
    line: 7,
  } as const;
  expect(faults([...tinyCorpus, again], [])).toEqual([
    {
      place: 'intents/other.yml:7',
      fault: expect.stringContaining('intents/tiny.yml:1 with other act'),
      grave: true,
    },
  ]);
});

test('near-duplicates are told, leakage is refused', () => {
  const near = { ...first!, text: '家里没收入想申请低保呀', line: 9 };
  expect(faults([...tinyCorpus, near], [])[0]).toMatchObject({ place: 'intents/tiny.yml:9', grave: false });
  expect(faults(tinyCorpus, [{ place: 'held:1', text: '家里没收入想申请低保' }])[0]).toMatchObject({
    place: 'intents/tiny.yml:1',
    grave: true,
  });
});
