import { silenceFile } from '../../../src/domain/silence/silence-rules';

const good = {
  night: { from: 22, to: 7 },
  speaks_on: ['directline'],
  recap_after: 30,
  kinds: { danger: { alert: 5 }, urgent: { alert: 15 }, ordinary: { remind: 30, expire: 60, then: 'file' } },
  dialogs: { progress: 'ordinary' },
};

test('a whole file is taken', () => {
  expect(silenceFile.safeParse(good).success).toBe(true);
});

test.each([
  ['a kind that is not there', { dialogs: { progress: 'never' } }, /there is no kind "never"/],
  ['danger without a rule', { kinds: { urgent: {}, ordinary: {} } }, /"danger" is missing/],
  ['an end without what follows', { kinds: { ...good.kinds, ordinary: { expire: 60 } } }, /belong together/],
  [
    'a reminder behind the end',
    { kinds: { ...good.kinds, ordinary: { remind: 60, expire: 60, then: 'file' } } },
    /comes before/,
  ],
  ['an hour that no clock has', { night: { from: 24, to: 7 } }, /23/],
  ['a key of tomorrow', { nights: 1 }, /nights/],
])('refused: %s', (_, over, fault) => {
  const { error } = silenceFile.safeParse({ ...good, ...over });
  expect(error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n')).toMatch(fault);
});
