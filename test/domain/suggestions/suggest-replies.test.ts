import { join } from 'node:path';
import { readMeasures } from '../../../src/adapters/catalogue/read-intents';
import { readReplies } from '../../../src/adapters/catalogue/read-replies';
import { suggestReplies } from '../../../src/domain/suggestions/suggest-replies';
import type { Understanding } from '../../../src/domain/understanding/understanding';
import { projectRoot } from '../../../src/project-root';

const root = projectRoot();
const replies = readReplies(root);
const measures = new Map(
  readMeasures(join(root, 'intents')).map((measure) => [measure.code as string, measure]),
);
const calm: Understanding = {
  lang: 'zh', scope: 'measure', measures: [{ id: 'M01', p: 0.9 }], act: 'consult', urgency: 'normal', danger: 'none',
  subject: 'self', department: null, entities: [], zone: 'act', confidence: 0.9,
}; // prettier-ignore
const suggest = (
  text: string,
  over: Partial<Understanding> = {},
  lang: 'zh' | 'en' = 'zh',
  today = '2026-11-24',
) => suggestReplies({ text, understanding: { ...calm, ...over } }, replies, measures, lang, today);

describe('suggested replies', () => {
  it('are three, best first, with source and score', () => {
    const all = suggest('低保怎么申请，要去哪里办');
    expect(all).toHaveLength(3);
    expect(all.map(({ score }) => score)).toEqual([...all.map(({ score }) => score)].sort((a, b) => b - a));
    for (const { source, score } of all) {
      expect(source).toMatch(/^(reply:[a-z-]+|M\d\d-\d+)$/);
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThanOrEqual(1);
    }
  });

  it.each(['fire', 'medical', 'violence', 'self_harm', 'child_harm', 'exposure', 'missing'] as const)(
    'in danger (%s) begin with the words for it and quote no paragraph',
    (danger) => {
      const [first, ...rest] = suggest('快来人', { danger, urgency: 'critical', act: 'help' });
      expect(first?.source).toMatch(/^reply:danger-/);
      expect(rest.every(({ source }) => source.startsWith('reply:'))).toBe(true);
    },
  );

  it('never use an item that may not be shown, or is not yet or no longer in force', () => {
    const shown = new Map(
      [...measures.values()].flatMap(({ policy }) => policy.map((item) => [item.id, item] as const)),
    );
    for (const id of measures.keys()) {
      for (const { source } of suggest('政策是怎么定的', { measures: [{ id: id as 'M01', p: 1 }] })) {
        if (!source.startsWith('reply:')) expect(shown.get(source)?.show).toBe(true);
      }
    }
    const early = suggest('政策是怎么定的', {}, 'zh', '1990-01-01').filter(
      ({ source }) => !source.startsWith('reply:'),
    );
    expect(early.every(({ source }) => shown.get(source)?.effective === null)).toBe(true);
  });

  it('answer in English', () => {
    for (const { text } of suggest('How do I apply for the allowance?', { lang: 'en' }, 'en'))
      expect(text).not.toMatch(/\p{Script=Han}/u);
  });
});
