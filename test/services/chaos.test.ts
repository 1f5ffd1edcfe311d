import { randomBytes } from 'node:crypto';
import Redis from 'ioredis';
import { freePort } from '../../src/adapters/embedded/free-port';
import { testDatabase, testRedis } from '../support/database';
import { realRecord } from '../support/record';
import { seededRandom } from '../support/seeded-random';
import { ServiceProcess } from '../support/service-process';
import { StubbornCitizen } from '../support/stubborn-citizen';
import { until } from '../support/until';

const KILLS = 50;
const CITIZENS = 8;
/** Killed so long after it was ready, at most; every fourth time it is killed while it starts. */
const ALIVE_MS = 900;
const STARTING_MS = 700;
/** Redis loses everything at these kills. */
const FLUSHES = new Set([13, 37]);

/** About a hundred seconds on two quiet cores, nearly all of it the fifty starts; a busy machine may take its time. */
const TIME_LIMIT_MS = 600_000;

const clock = { now: () => new Date() };

interface Row {
  readonly [column: string]: unknown;
}

/**
 * The service is killed fifty times at any moment under load, and Redis loses everything twice. Then everything that was
 * acknowledged must be there exactly once, and every ticket with its jobs.
 */
test(
  'nothing that was acknowledged is lost or doubled, whenever the service is killed',
  async () => {
    const random = seededRandom(20_260_310);
    const database = await testDatabase();
    const redis = await testRedis();
    const masterKey = randomBytes(32);
    const port = await freePort();
    const service = new ServiceProcess({ port, databaseUrl: database.url, redisUrl: redis.url, masterKey });
    const citizens = Array.from(
      { length: CITIZENS },
      (_, index) =>
        new StubbornCitizen(`citizen-${index}`, `http://127.0.0.1:${port}`, `1380000${1000 + index}`),
    );
    service.start();
    await service.ready();
    const lives = Promise.all(citizens.map((citizen) => citizen.live()));
    lives.catch(() => undefined);
    try {
      for (let kills = 0; kills < KILLS;) {
        await pause(random() * ALIVE_MS);
        await service.end('SIGKILL');
        kills += 1;
        if (FLUSHES.has(kills)) await flush(redis.url);
        service.start();
        if (random() < 0.25) {
          await pause(random() * STARTING_MS);
          await service.end('SIGKILL');
          kills += 1;
          service.start();
        }
        await service.ready();
      }
      citizens.forEach((citizen) => citizen.stop());
      await lives;
    } catch (fault) {
      citizens.forEach((citizen) => citizen.giveUp());
      await service.end('SIGKILL');
      throw fault;
    }

    const record = await realRecord(database.url, clock, new Map([['k1', masterKey]]));
    const rows = async (query: string): Promise<readonly Row[]> =>
      (await record.database.pool.query<Row>(query)).rows;
    // What was handed over just before the last kill is looked for when the service comes up again, if it is some seconds old.
    await pause(6_000);
    await service.end('SIGKILL');
    service.start();
    await service.ready();
    await until(
      'all work that is due is done',
      async () =>
        (await rows(`select id from outbox where done_at is null and run_at <= now()`)).length === 0,
      60_000,
    );
    await service.end('SIGTERM');

    const acknowledged = citizens.flatMap((citizen) => citizen.acknowledged);
    expect(acknowledged.length).toBeGreaterThan(KILLS);
    const stored = await rows(
      'select conversation_id, dedupe_key, seq from messages where dedupe_key is not null',
    );
    const byKey = new Map<string, Row[]>();
    for (const row of stored) {
      const key = `${String(row.conversation_id)} ${String(row.dedupe_key)}`;
      byKey.set(key, [...(byKey.get(key) ?? []), row]);
    }
    for (const { conversationId, key, id } of acknowledged) {
      const found = byKey.get(`${conversationId} ${key}`);
      expect(found).toHaveLength(1);
      expect(Number(id.split('|')[1])).toBe(Number(found?.[0]?.seq));
    }
    // Nobody but these citizens wrote anything.
    expect(byKey.size).toBe(acknowledged.length);

    // Every conversation is whole: no gap, no message beyond its end, no turn twice.
    expect(
      await rows(`select c.id from conversations c left join messages m on m.conversation_id = c.id
      group by c.id, c.next_seq having count(m.seq) <> c.next_seq or coalesce(max(m.seq), -1) <> c.next_seq - 1`),
    ).toEqual([]);
    for (const { id } of await rows('select id from conversations')) {
      expect((await record.conversations.load(String(id)))?.id).toBe(id);
    }

    // Every citizen who was told a number has that ticket, and there is no other ticket.
    const told = new Map(citizens.flatMap((citizen) => [...citizen.filed]));
    const tickets = await rows('select number, conversation_id, case_id from tickets');
    expect(told.size).toBeGreaterThan(5);
    for (const [conversationId, numbers] of told) {
      const own = tickets
        .filter((ticket) => ticket.conversation_id === conversationId)
        .map(({ number }) => number);
      expect([...own].sort()).toEqual([...numbers].sort());
    }
    const withTickets = new Set(tickets.map((ticket) => ticket.conversation_id));
    const untold = [...withTickets].filter((id) => !told.has(String(id)));
    // Stopped after the filing was acknowledged, before the citizen had read of it: at most once for each.
    expect(untold.length).toBeLessThanOrEqual(CITIZENS);
    expect(await rows('select conversation_id from cases group by 1 having count(*) > 1')).toEqual([]);

    // Every ticket was filed, dispatched and planned once.
    const lines = await rows(`select t.number, count(*) filter (where h.action = 'file') as filed,
      count(*) filter (where h.action = 'dispatch') as dispatched
    from tickets t left join ticket_history h on h.ticket_number = t.number group by 1`);
    expect(lines.filter(({ filed, dispatched }) => filed !== 1 || dispatched !== 1)).toEqual([]);
    const jobs = await rows(
      `select payload ->> 'number' as number, job, count(*) as n from outbox group by 1, 2`,
    );
    for (const { number } of tickets) {
      const own = new Map(jobs.filter((job) => job.number === number).map(({ job, n }) => [job, n]));
      expect(own.get('dispatch-ticket')).toBe(1);
      expect(own.get('notify-office')).toBe(1);
      expect(own.get('clock-due')).toBeGreaterThan(0);
    }
    await record.database.close();
    await database.drop();
  },
  TIME_LIMIT_MS,
);

async function flush(url: string): Promise<void> {
  const redis = new Redis(url);
  await redis.flushdb();
  redis.disconnect();
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
