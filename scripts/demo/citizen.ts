import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';

/** What a simulated citizen says: the opening, and an answer to each question by slot. */
export interface Life {
  readonly id: string;
  readonly lang: 'zh' | 'en';
  readonly opening: string;
  readonly answers: Readonly<Record<string, string>>;
}

export type End = 'filed' | 'handed over' | 'answered';

const activity = z.looseObject({
  id: z.string(),
  type: z.string(),
  from: z.looseObject({ id: z.string().optional(), role: z.string().optional() }),
  suggestedActions: z
    .looseObject({ actions: z.array(z.looseObject({ title: z.string(), value: z.unknown() })) })
    .optional(),
  channelData: z
    .looseObject({
      tusa: z
        .looseObject({ step: z.string(), slot: z.string().optional(), handoff: z.string().optional() })
        .optional(),
    })
    .optional(),
});
const activities = z.object({ activities: z.array(activity), watermark: z.string().optional() });
const token = z.looseObject({ token: z.string() });
const opened = z.looseObject({ conversationId: z.string(), token: z.string() });

const MAX_TURNS = 30;

/** Holds one conversation through Direct Line, polling, as any web client would. */
export async function playCitizen(base: string, life: Life): Promise<End> {
  const call = async (path: string, bearer: string | null, body?: unknown): Promise<unknown> => {
    const response = await fetch(base + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        'content-type': 'application/json',
        ...(bearer !== null && { authorization: `Bearer ${bearer}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (response.status === 429) {
      // The service asks us to slow down, as it would any crowd from one address.
      await pause(1000 * Number(response.headers.get('retry-after') ?? 1));
      return call(path, bearer, body);
    }
    if (!response.ok)
      throw new Error(
        `${path.replace(/conversations\/[^/]+/, 'conversations/…')} answered ${response.status}`,
      );
    return response.json();
  };
  const first = token.parse(await call('/api/v1/citizen/token', null, {}));
  const talk = opened.parse(
    await call('/v3/directline/conversations', first.token, {
      locale: life.lang === 'en' ? 'en-US' : 'zh-CN',
    }),
  );
  const path = `/v3/directline/conversations/${talk.conversationId}/activities`;
  let watermark = '';
  const heard = async (): Promise<z.infer<typeof activity>[]> => {
    const set = activities.parse(await call(`${path}?watermark=${watermark}`, talk.token));
    watermark = set.watermark ?? watermark;
    return set.activities.filter((one) => one.type === 'message' && one.from.role !== 'user');
  };
  await heard();
  let words = life.opening;
  for (let turn = 0; turn < MAX_TURNS; turn += 1) {
    const message = {
      type: 'message',
      from: { id: life.id },
      text: words,
      locale: life.lang === 'en' ? 'en-US' : 'zh-CN',
      channelData: { clientActivityID: `${life.id}-${turn}` },
    };
    await call(path, talk.token, message);
    const replies = await heard();
    const steps = replies.flatMap((reply) => reply.channelData?.tusa ?? []);
    if (steps.some(({ step }) => step === 'filed')) return 'filed';
    if (steps.some(({ step }) => step === 'danger' || step === 'handoff')) return 'handed over';
    const open = steps.findLast(({ step }) => ['ask', 'clarify', 'confirm'].includes(step));
    if (!open) return 'answered';
    const choices = replies.flatMap((reply) => reply.suggestedActions?.actions ?? []);
    if (open.step === 'confirm') words = life.lang === 'en' ? 'yes' : '对';
    else if (open.step === 'clarify' && choices[0] && life.answers[open.slot ?? ''] === undefined)
      words = String(choices[0].value);
    else words = life.answers[open.slot ?? ''] ?? (life.lang === 'en' ? "I don't know" : '不清楚');
  }
  return 'answered';
}
