import { createMemoryLiveUpdates } from '../../src/adapters/memory/memory-live-updates';
import { createMemoryRecord } from '../../src/adapters/memory/memory-record';
import { createHandleMessage, type HandleMessageDeps } from '../../src/application/handle-message';
import { createWorkCalendar } from '../../src/domain/clocks/work-calendar';
import type { DialogEvent } from '../../src/domain/dialogs/event';
import { initialState } from '../../src/domain/dialogs/initial-state';
import type { Understanding } from '../../src/domain/understanding/understanding';

const now = new Date('2026-11-24T02:00:00Z');
const calm: Understanding = {
  lang: 'zh', scope: 'measure', measures: [{ id: 'M08', p: 0.9 }], act: 'help', urgency: 'normal', danger: 'none',
  subject: 'self', department: null, entities: [], zone: 'act', confidence: 0.9,
}; // prettier-ignore
const need = {
  scope: 'measure',
  measure: 'M08',
  department: null,
  act: 'help',
  urgency: 'normal',
  danger: 'none',
  subject: 'self',
} as const;
const office = { code: '150521100', level: 'township', name: { zh: '保康镇民政办', en: 'Baokang' } } as const;

/** A service in memory whose dialog answers by the first word of the message. */
function service(over: Partial<HandleMessageDeps> = {}) {
  const record = createMemoryRecord({ now: () => now });
  let serial = 0;
  const script: Record<string, readonly DialogEvent[]> = {
    file: [{ kind: 'file', needs: [need], fields: {}, places: { present: '150521100' }, anonymous: false }],
    person: [
      { kind: 'say', step: 'handoff', text: 'wait', handoff: 'asked' },
      { kind: 'handoff', reason: 'asked' },
    ],
  };
  const handle = createHandleMessage({
    ...record,
    clock: { now: () => now },
    ids: { next: () => `id-${(serial += 1)}`, random: () => (serial += 1) },
    live: createMemoryLiveUpdates(),
    understand: (text) => ({ ...calm, danger: text.includes('着火') ? 'fire' : 'none' }),
    locate: () => ({ level: 'none', code: '', name: '', candidates: [], outside: false, mentions: [] }),
    findOffice: () => ({
      office,
      reason: { zh: '住在哪里归哪里', en: 'where they live' },
      rule: 'r',
      needsPerson: false,
    }),
    officeByCode: () => office,
    calendar: createWorkCalendar([]),
    limits: {
      critical: [],
      urgent: [],
      normal: [{ mark: 'sign', value: 1, unit: 'working_day', trust: 'design' }],
    },
    measureLimits: () => [],
    words: {
      filed: (_lang, news) => [
        { kind: 'say', step: 'filed', text: 'filed', tickets: news.map(({ ticket }) => ticket.number) },
      ],
      progress: (_lang, news) => [{ kind: 'say', step: 'answer', text: `progress ${news.length}` }],
      reopened: () => [],
      sumUp: () => [],
      unproved: () => [],
      whichOne: () => [],
      takenOver: () => [],
      handedBack: () => [],
      dangerNumbers: (_lang, danger) => [
        { kind: 'say', step: 'danger', text: `dial ${danger}`, dial: ['119'] },
      ],
      plain: (_lang, key) => [{ kind: 'say', step: 'answer', text: key }],
      progressLater: () => [{ kind: 'say', step: 'answer', text: 'later' }],
    },
    engine: {
      takeUp: (state) => ({ state, events: [] }),
      askMissing: (state) => ({ state, events: [] }),
      begin: (lang) => ({ state: initialState(lang), events: [] }),
      advance: (state, { text }) => ({
        state,
        events: script[text.split(' ')[0] ?? ''] ?? [{ kind: 'say', step: 'say', text: `heard ${text}` }],
      }),
    },
    outboxChanged: () => undefined,
    silence: {
      night: { from: 22, to: 7 },
      speaks_on: ['test'],
      recap_after: 30,
      kinds: { danger: { alert: 5 }, urgent: {}, ordinary: { remind: 30 } },
      dialogs: {},
    },
    ...over,
  });
  const say = (text: string, dedupeKey?: string) =>
    handle({
      conversationId: 'talk',
      channel: 'test',
      channelUser: 'u',
      text,
      ...(dedupeKey !== undefined && { dedupeKey }),
    });
  return { ...record, say };
}

describe('the message road', () => {
  it('keeps the message and the reply, numbered from 0', async () => {
    const { say, conversations } = service();
    const { replies } = await say('hello');
    expect(replies.map(({ text }) => text)).toEqual(['heard hello']);
    expect(
      (await conversations.messages('talk', 0)).map(({ seq, author, text }) => [seq, author, text]),
    ).toEqual([
      [0, 'citizen', 'hello'],
      [1, 'bot', 'heard hello'],
    ]);
  });

  it('gives a message that comes three times one effect and the same answer', async () => {
    const { say, tickets, conversations } = service();
    const answers = await Promise.all([say('file', 'key'), say('file', 'key'), say('file', 'key')]);
    expect(answers.map(({ duplicate }) => duplicate)).toEqual([false, true, true]);
    expect(new Set(answers.map(({ replies }) => JSON.stringify(replies))).size).toBe(1);
    expect(await tickets.byConversation('talk')).toHaveLength(1);
    expect(await conversations.messages('talk', 0)).toHaveLength(2);
  });

  it('keeps the order of messages sent at once', async () => {
    const { say, conversations } = service();
    await Promise.all(Array.from({ length: 20 }, (_, index) => say(`m${index}`)));
    const said = (await conversations.messages('talk', 0))
      .filter(({ author }) => author === 'citizen')
      .map(({ text }) => text);
    expect(said).toEqual(Array.from({ length: 20 }, (_, index) => `m${index}`));
  });

  it('files a ticket with office, clocks and a job, and tells its number', async () => {
    const { say, tickets, outbox } = service();
    const { replies } = await say('file');
    const [ticket] = await tickets.byConversation('talk');
    expect(ticket).toMatchObject({
      officeCode: '150521100',
      measure: 'M08',
      state: 'open',
      dispatchedAt: null,
    });
    expect(ticket?.due.sign?.at).toEqual(new Date('2026-11-25T09:30:00Z'));
    expect(replies[0]?.say?.tickets).toEqual([ticket?.number]);
    expect((await outbox.pending(10)).map(({ job, payload }) => [job, payload])).toEqual([
      ['dispatch-ticket', { number: ticket?.number }],
    ]);
  });

  it('waits for a person when one is wanted, and is silent while one is in charge', async () => {
    const { say, conversations } = service();
    await say('person please');
    const waiting = await conversations.load('talk');
    expect(waiting).toMatchObject({ status: 'waiting', handoff: 'asked', waitingSince: now });
    if (!waiting) throw new Error('the conversation is gone');
    await conversations.commitTurn({
      conversation: { ...waiting, status: 'human', operatorId: 'op', version: waiting.version + 1 },
      expectedVersion: waiting.version,
      messages: [],
      newTickets: [],
      ticketChanges: [],
      outbox: [],
    });
    expect((await say('file')).replies).toEqual([]);
    await say('屋里着火了');
    expect(await conversations.load('talk')).toMatchObject({
      status: 'human',
      danger: 'fire',
      urgency: 'critical',
    });
  });

  it('keeps no identity number, not even in the message', async () => {
    const { say, conversations } = service();
    await say('我的身份证 11010519491231002X');
    const [kept] = await conversations.messages('talk', 0);
    expect(kept?.text).toBe('我的身份证 ＊＊＊');
  });

  it('computes a turn anew when another process was faster', async () => {
    const record = createMemoryRecord({ now: () => now });
    let losses = 2;
    const { say } = service({
      conversations: {
        ...record.conversations,
        commitTurn: (turn) => {
          if (losses-- > 0) return Promise.resolve('stale');
          return record.conversations.commitTurn(turn);
        },
      },
    });
    expect((await say('hello')).replies).toHaveLength(1);
    expect(losses).toBe(-1);
  });
});
