import { People } from '../../../../src/domain/understanding/features/people';

const people = new People({ own: '媳妇|[我俺]家', kin: '[我俺](?:爸|妈|三叔)', other: '邻居' });
const KINDS = ['nobody', 'own', 'kin', 'other'];

test.each([
  ['低保咋办', 'nobody', 'nobody'],
  ['我媳妇病了', 'own', 'nobody'],
  ['俺三叔一个人过，我媳妇给送饭', 'kin', 'own'],
  ['邻居家断粮了', 'other', 'nobody'],
  ['邻居老太太，邻居都说她没儿女，我妈也说', 'other', 'kin'],
])('%s speaks first of %s, then of %s', (text, first, next) => {
  const order = people.order(text);
  expect(order).toBeLessThan(people.size);
  expect([KINDS[people.firstOf(order)], KINDS[order % KINDS.length]]).toEqual([first, next]);
});

test('without a list it speaks of nobody', () => {
  expect(new People({}).order('我妈')).toBe(0);
});

test('a source with a group of its own is refused', () => {
  expect(() => new People({ own: '(媳妇|老婆)' })).toThrow(SyntaxError);
});
