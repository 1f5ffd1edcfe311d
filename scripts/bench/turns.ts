import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { freePort } from '../../src/adapters/embedded/free-port';
import type { ScratchServers } from '../scratch-servers';
import { diskRate } from './disk-rate';
import { RawHttp } from './raw-http';
import type { BenchRow } from './bench-row';

const CITIZENS = 32;
const MEASURED_MS = 6_000;
const WARM_UP_MS = 3_000;
const ROUNDS = 2;
const READY_MS = 30_000;
const TEXTS = [
  '我家在通辽市科左中旗保康镇，男人在工地干活，停工三个月没收入了，也没交过失业保险',
  '给我自己家问的', '我叫王秀英', '四口人', '今年八月开始停工的', '没有低保', '户口也在保康镇',
  '不对，是三口人', '电话13800001234', '家里还有吃的，没有危险', '不知道', '还要多久能办下来',
]; // prettier-ignore

interface Measured {
  readonly perSecond: number;
  readonly p99: number;
}

/**
 * Durable turns over HTTP with 32 citizens at once, the whole message road of the real service, against express with
 * one durable INSERT; both in processes of their own on the same PostgreSQL, taking turns.
 */
export async function benchTurns(servers: ScratchServers, root: string): Promise<BenchRow[]> {
  const before = diskRate(root);
  const [servicePort, plainPort] = [await freePort(), await freePort()];
  const plain = await startPlain(plainPort, servers.databaseUrl);
  const service = await startService(servicePort, servers, root);
  const turns: Measured[] = [];
  const inserts: Measured[] = [];
  try {
    await insertLoad(plainPort, WARM_UP_MS);
    await turnLoad(servicePort, WARM_UP_MS);
    for (let round = 0; round < ROUNDS; round += 1) {
      inserts.push(await insertLoad(plainPort, MEASURED_MS));
      turns.push(await turnLoad(servicePort, MEASURED_MS));
    }
  } finally {
    await Promise.all([end(plain), end(service)]);
  }
  const mean = (all: readonly Measured[], key: keyof Measured): number =>
    all.reduce((sum, one) => sum + one[key], 0) / all.length;
  const round = (value: number, digits = 0): number => Number(value.toFixed(digits));
  return [
    {
      name: 'turns: durable turns per second, 32 citizens',
      value: round(mean(turns, 'perSecond')),
      unit: '1/s',
    },
    { name: 'turns: express with one durable INSERT', value: round(mean(inserts, 'perSecond')), unit: '1/s' },
    {
      name: 'turns: service / express with one INSERT (target ≥ 0.5, in the end 0.8)',
      value: round(mean(turns, 'perSecond') / mean(inserts, 'perSecond'), 2),
      unit: 'ratio',
    },
    { name: 'turns: p99 of a turn', value: round(mean(turns, 'p99'), 1), unit: 'ms' },
    {
      name: 'turns: p99 of a turn / p99 of express with one INSERT (target ≤ 3)',
      value: round(mean(turns, 'p99') / mean(inserts, 'p99'), 2),
      unit: 'ratio',
    },
    { name: 'turns: fdatasync of the disk before', value: before, unit: '1/s' },
    { name: 'turns: fdatasync of the disk after', value: diskRate(root), unit: '1/s' },
  ];
}

async function insertLoad(port: number, forMs: number): Promise<Measured> {
  return load(forMs, async () => {
    const http = await RawHttp.open(port);
    let next = 0;
    return {
      send: () => http.post('/messages', { text: TEXTS[(next += 1) % TEXTS.length] }),
      close: () => http.close(),
    };
  });
}

/** Every citizen has a conversation of their own, from its beginning to a filed ticket and beyond. */
async function turnLoad(port: number, forMs: number): Promise<Measured> {
  return load(forMs, async (citizen) => {
    const http = await RawHttp.open(port);
    const { token } = JSON.parse((await http.post('/api/v1/citizen/token', {})).body) as { token: string };
    const opened = await http.post('/v3/directline/conversations', { user: {} }, token);
    const { conversationId } = JSON.parse(opened.body) as { conversationId: string };
    let next = 0;
    return {
      send: () => {
        const text = TEXTS[next % TEXTS.length];
        const channelData = { clientActivityID: `${citizen}-${(next += 1)}` };
        const activity = { type: 'message', from: { id: 'citizen' }, text, channelData };
        return http.post(`/v3/directline/conversations/${conversationId}/activities`, activity, token);
      },
      close: () => http.close(),
    };
  });
}

interface Citizen {
  readonly send: () => Promise<{ status: number; body: string }>;
  readonly close: () => void;
}

async function load(forMs: number, make: (citizen: number) => Promise<Citizen>): Promise<Measured> {
  const citizens = await Promise.all(Array.from({ length: CITIZENS }, (_, index) => make(index)));
  const times: number[] = [];
  const start = performance.now();
  await Promise.all(
    citizens.map(async ({ send }) => {
      while (performance.now() - start < forMs) {
        const sent = performance.now();
        const { status, body } = await send();
        if (status !== 200) throw new Error(`the bench got ${status}: ${body.slice(0, 200)}`);
        times.push(performance.now() - sent);
      }
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  for (const { close } of citizens) close();
  times.sort((a, b) => a - b);
  return { perSecond: times.length / seconds, p99: times[Math.floor(times.length * 0.99)] ?? 0 };
}

async function startPlain(port: number, databaseUrl: string): Promise<ChildProcess> {
  const script = join(__dirname, 'insert-server.js');
  const child = spawn(process.execPath, [script, String(port), databaseUrl], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((done) => child.stdout.once('data', done));
  return child;
}

async function startService(port: number, servers: ScratchServers, root: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(root, 'dist', 'src', 'main.js')], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      DATABASE_URL: servers.databaseUrl,
      REDIS_URL: servers.redisUrl,
      TUSA_MASTER_KEYS: `bench:${randomBytes(32).toString('base64')}`,
      // One machine plays every citizen: the limits against that are not what is measured.
      TUSA_CITIZEN_RATE: '1000000000',
      TUSA_TOKEN_RATE: '1000000000',
      LOG_LEVEL: 'warn',
    },
  });
  for (let waited = 0; waited < READY_MS; waited += 100) {
    await new Promise((done) => setTimeout(done, 100));
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    if (answer?.status === 200) return child;
    if (child.exitCode !== null) break;
  }
  child.kill('SIGKILL');
  throw new Error('the service did not become ready for the bench');
}

function end(child: ChildProcess): Promise<unknown> {
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  return ended;
}
