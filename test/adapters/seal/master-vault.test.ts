import { createBlindIndex } from '../../../src/adapters/seal/blind-index';
import { createMasterVault } from '../../../src/adapters/seal/master-vault';

const key = (fill: number) => Buffer.alloc(32, fill);
const old = createMasterVault(new Map([['k1', key(1)]]));

test('what is sealed opens again, and only with its own key and kind', () => {
  const mine = old.newKey();
  const sealed = old.seal(mine, 'message', '我家在保康镇 \ud83d\ude00');
  expect(old.open(mine, 'message', sealed).toString()).toBe('我家在保康镇 \ud83d\ude00');
  expect(sealed.includes(Buffer.from('保康镇'))).toBe(false);
  expect(() => old.open(old.newKey(), 'message', sealed)).toThrow('does not open');
  expect(() => old.open(mine, 'note', sealed)).toThrow('does not open');
});

test('every single altered byte is found out', () => {
  const mine = old.newKey();
  const sealed = old.seal(mine, 'fields', Buffer.from('{"a":1}'));
  for (let at = 0; at < sealed.length; at += 1) {
    const altered = Buffer.from(sealed);
    altered[at] = (altered[at] ?? 0) ^ 1;
    expect(() => old.open(mine, 'fields', altered)).toThrow('does not open');
  }
  expect(() => old.open(mine, 'fields', Buffer.alloc(5))).toThrow('does not open');
});

test('the same words sealed twice do not look the same, and no key is drawn twice', () => {
  const mine = old.newKey();
  const seals = Array.from({ length: 2_000 }, () => old.seal(mine, 'note', 'same').toString('hex'));
  expect(new Set(seals).size).toBe(2_000);
  const keys = Array.from({ length: 500 }, () => old.newKey().toString('hex'));
  expect(new Set(keys).size).toBe(500);
});

test('rotation: the new master key wraps, both open, and in the end the old one is not needed', () => {
  const wrapped = old.newKey();
  const sealed = old.seal(wrapped, 'state', 'kept');
  const both = createMasterVault(new Map([['k2', key(2)], ['k1', key(1)]])); // prettier-ignore
  expect(both.open(wrapped, 'state', sealed).toString()).toBe('kept');
  const rewrapped = both.rewrap(wrapped);
  expect(rewrapped).toBeDefined();
  if (!rewrapped) return;
  expect(both.rewrap(rewrapped)).toBeUndefined();
  const later = createMasterVault(new Map([['k2', key(2)]]));
  expect(later.open(rewrapped, 'state', sealed).toString()).toBe('kept');
  expect(() => later.open(wrapped, 'state', sealed)).toThrow('master key k1 is missing');
});

test('more keys than are kept at hand still open', () => {
  const keys = Array.from({ length: 10_050 }, () => old.newKey());
  const first = keys[0];
  if (!first) throw new Error('no keys');
  expect(old.open(first, 'note', old.seal(first, 'note', 'still')).toString()).toBe('still');
});

test('without a master key, or with another one of the same name, nothing opens', () => {
  expect(() => createMasterVault(new Map())).toThrow('no master key');
  const wrapped = old.newKey();
  const other = createMasterVault(new Map([['k1', key(9)]]));
  expect(() => other.seal(wrapped, 'note', 'x')).toThrow('does not open');
});

test.each([
  ['13800001234', '+86 138-0000-1234', true],
  ['13800001234', '0086 13800001234', true],
  ['13800001234', '１３８０００01234', true],
  ['13800001234', '13800001235', false],
  ['8613800001', '13800001', false],
])('blind index of %s and %s: equal is %s', (one, other, equal) => {
  const index = createBlindIndex(key(7));
  expect(index(one).equals(index(other))).toBe(equal);
  expect(createBlindIndex(key(8))(one).equals(index(one))).toBe(false);
});
