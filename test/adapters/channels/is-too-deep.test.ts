import { DEEPEST, isTooDeep } from '../../../src/adapters/channels/direct-line/is-too-deep';

const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));

test.each([
  [undefined, false],
  ['text', false],
  [{ type: 'message', channelData: { a: [1, { b: null }] } }, false],
  [nested(DEEPEST), false],
  [nested(DEEPEST + 1), true],
  [nested(5_000), true],
])('case %#', (json, deep) => {
  expect(isTooDeep(json)).toBe(deep);
});
