import fc from 'fast-check';
import { locateJsonFault } from '../../../src/adapters/http/locate-json-fault';

test.each([
  ['{"a": oops}', 6],
  ['{"a": 1,}', 8],
  ['{"a" 1}', 5],
  ['[1 2]', 3],
  ['{"a":"x\ny"}', 5],
  ['{"a":01}', 6],
  ["{'a':1}", 1],
  ['{"a":1', 6],
  ['', 0],
  ['{} x', 3],
  ['{"a":"\\x"}', 5],
])('%j stops being JSON at %i', (text, at) => {
  expect(locateJsonFault(text)).toBe(at);
});

test('JSON is read to its end', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(locateJsonFault(text)).toBe(text.length);
    }),
  );
});
