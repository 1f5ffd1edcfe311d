import type { ApiToken } from '../../src/application/access-ports';
import { createRevokeToken } from '../../src/application/revoke-token';
import { MORNING } from '../support/records';

const token = (id: string, name: string): ApiToken => ({
  id,
  name,
  hash: Buffer.alloc(32),
  role: 'supervisor',
  officeCode: '1505',
  createdAt: MORNING,
});

function house() {
  const good = new Map(
    [token('a', 'board'), token('b', 'twice'), token('c', 'twice')].map((one) => [one.id, one]),
  );
  const audited: string[] = [];
  const revoke = createRevokeToken({
    clock: { now: () => MORNING },
    tokens: {
      list: () => Promise.resolve([...good.values()]),
      revoke: (id) => Promise.resolve(good.delete(id)),
    },
    audit: {
      append: ({ action, subject }) => {
        audited.push(`${action} ${subject}`);
        return Promise.resolve();
      },
      list: () => Promise.resolve({ items: [] }),
    },
  });
  return { good, audited, revoke };
}
const service = { id: 'service' };

test('by name or by id, once, and it is written down', async () => {
  const { good, audited, revoke } = house();
  await revoke(service, { name: 'board' });
  await revoke(service, { id: 'c' });
  expect([...good.keys()]).toEqual(['b']);
  expect(audited).toEqual(['token.revoke a', 'token.revoke c']);
  await expect(revoke(service, { name: 'board' })).rejects.toMatchObject({ code: 'not_found' });
});

test('a name that two have says which ids there are', async () => {
  const { good, revoke } = house();
  await expect(revoke(service, { name: 'twice' })).rejects.toMatchObject({
    code: 'conflict',
    faults: [{ cure: '--id b' }, { cure: '--id c' }],
  });
  expect(good.size).toBe(3);
});
