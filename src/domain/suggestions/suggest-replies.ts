import PorterStemmer from 'natural/lib/natural/stemmers/porter_stemmer';
import { z } from 'zod';
import type { Measure } from '../measures/measure';
import { act, danger, scope, urgency } from '../understanding/labels';
import type { Understanding } from '../understanding/understanding';

/** `data/replies.yml`: a reply for operators and the messages that it answers. */
export const replyFile = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z][a-z-]*$/),
    when: z.strictObject({
      scope: z.array(scope).optional(),
      act: z.array(act).optional(),
      urgency: z.array(urgency).optional(),
      danger: z.array(danger).optional(),
    }),
    zh: z.string().min(1),
    en: z.string().min(1),
  }),
);
export type Reply = z.infer<typeof replyFile>[number];

/** A reply proposed to an operator. `source`: a policy item's id, or `reply:` and a reply's id. `score`: 0 to 1. */
export interface Suggestion {
  readonly text: string;
  readonly source: string;
  readonly score: number;
}

const HOW_MANY = 3;
/** Weight of one fitting condition; danger outweighs everything else together. */
const WEIGHT = { danger: 0.6, act: 0.25, scope: 0.1, urgency: 0.15 } as const;

/**
 * The best three replies to a message, from policy items that may be shown and from the operators' replies. At most two
 * of one kind, so that there is always a choice. `today`: ISO day, for the life of policy items.
 */
export function suggestReplies(
  message: { readonly text: string; readonly understanding: Understanding },
  replies: readonly Reply[],
  measures: ReadonlyMap<string, Measure>,
  lang: 'zh' | 'en',
  today: string,
): readonly Suggestion[] {
  const fromReplies = replies
    .map((reply) => ({
      text: reply[lang],
      source: `reply:${reply.id}`,
      score: replyScore(reply, message.understanding),
    }))
    .filter(({ score }) => score > 0)
    .sort(byScore)
    .slice(0, 2);
  const fromPolicy = policySuggestions(message, measures, lang, today).sort(byScore).slice(0, 2);
  return [...fromReplies, ...fromPolicy].sort(byScore).slice(0, HOW_MANY);
}

const byScore = (a: Suggestion, b: Suggestion): number =>
  b.score - a.score || a.source.localeCompare(b.source);

/** All conditions must fit; the more a reply demands, the closer it is to the message. */
function replyScore({ when }: Reply, understanding: Understanding): number {
  let score = 0;
  for (const axis of ['danger', 'act', 'scope', 'urgency'] as const) {
    const wanted: readonly string[] | undefined = when[axis];
    if (!wanted) continue;
    if (!wanted.includes(understanding[axis])) return 0;
    score += WEIGHT[axis];
  }
  return Math.min(1, score + 0.3);
}

function policySuggestions(
  message: { readonly text: string; readonly understanding: Understanding },
  measures: ReadonlyMap<string, Measure>,
  lang: 'zh' | 'en',
  today: string,
): Suggestion[] {
  // A person in danger hears no paragraphs.
  if (message.understanding.danger !== 'none') return [];
  const asked = features(message.text);
  return message.understanding.measures.slice(0, 3).flatMap(({ id, p }) =>
    (measures.get(id)?.policy ?? [])
      .filter(
        (item) =>
          item.show &&
          (item.effective === null || item.effective <= today) &&
          (item.expires === null || item.expires > today),
      )
      .map((item) => ({
        text: item[lang],
        source: item.id,
        score: Math.round(100 * p * (0.45 + 0.55 * likeness(asked, features(item[lang])))) / 100,
      })),
  );
}

/** What two texts are compared by: neighbouring Han characters, which need no dictionary, and stems of Latin words. */
function features(text: string): ReadonlySet<string> {
  const han = [...text.replace(/[^\p{Script=Han}]/gu, '')];
  const words = text.toLowerCase().match(/[a-z]{3,}/g) ?? [];
  return new Set([
    ...han.slice(1).map((letter, index) => `${han[index] ?? ''}${letter}`),
    ...words.map((word) => PorterStemmer.stem(word)),
  ]);
}

/** Cosine of two sets, 0 to 1. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (!a.size || !b.size) return 0;
  let both = 0;
  for (const feature of a) if (b.has(feature)) both += 1;
  return both / Math.sqrt(a.size * b.size);
}
