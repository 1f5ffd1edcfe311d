import { databaseFault, violated } from '../../../src/adapters/db/database-fault';
import { TusaError } from '../../../src/domain/errors';

const fault = (over: object, message = 'detail: 王秀英') => Object.assign(new Error(message), over);

test.each([
  ['statement cancelled', { code: '57014' }, 'unavailable'],
  ['server shutting down', { code: '57P01' }, 'unavailable'],
  ['server starting', { code: '57P03' }, 'unavailable'],
  ['too many connections', { code: '53300' }, 'unavailable'],
  ['connection failure', { code: '08006' }, 'unavailable'],
  ['deadlock', { code: '40P01' }, 'unavailable'],
  ['nobody listens', { code: 'ECONNREFUSED' }, 'unavailable'],
  ['reset', { code: 'ECONNRESET' }, 'unavailable'],
  ['unique violation', { code: '23505' }, 'internal'],
  ['syntax', { code: '42601' }, 'internal'],
  ['no code', {}, 'internal'],
])('%s', (_name, over, code) => {
  const found = databaseFault(fault(over));
  expect(found.code).toBe(code);
  expect(found.message).not.toContain('王秀英');
});

test.each([
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'timeout exceeded when trying to connect',
  'Query read timeout',
  'Cannot use a pool after calling end on the pool',
])('%s', (message) => expect(databaseFault(fault({}, message)).code).toBe('unavailable'));

test('our own errors pass through; what is no error at all is internal', () => {
  const own = new TusaError('not_found', 'x');
  expect(databaseFault(own)).toBe(own);
  expect(databaseFault(undefined).code).toBe('internal');
  expect(violated(fault({ code: '23505', constraint: 'tickets_pkey' }))).toBe('tickets_pkey');
  expect(violated(fault({ code: '23503', constraint: 'other' }))).toBeUndefined();
});
