import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { z } from 'zod';
import { LocalConversation } from '../../../scripts/local-conversation';
import { storyParts } from '../../stories/story-parts';

const { openings, cases } = z
  .strictObject({
    openings: z.record(z.string(), z.string()),
    cases: z.array(
      z.strictObject({
        opening: z.string(),
        say: z.string(),
        of: z.string(),
        becomes: z.union([z.string(), z.number()]),
      }),
    ),
  })
  .parse(load(readFileSync(join(__dirname, 'corrections.yml'), 'utf8')));
const parts = storyParts();
const NOW = new Date('2026-11-24T02:00:00Z');

describe.each(['first question', 'third question', 'readback'] as const)('at the %s', (when) => {
  test.each(cases.map((one) => [one.say, one] as const))('%s', (_, { opening, say, of, becomes }) => {
    const conversation = new LocalConversation(parts, () => NOW);
    conversation.say(openings[opening] ?? '');
    const there = (turn: number) =>
      when === 'readback'
        ? conversation.state.open?.slot === 'readback'
        : turn === (when === 'first question' ? 1 : 3);
    for (let turn = 1; !there(turn) && turn < 20; turn += 1) conversation.say('不清楚');
    conversation.say(say);
    const { fields, places } = conversation.state;
    const got =
      of === 'place_present'
        ? places.present
        : of === 'place_registered'
          ? places.registered
          : fields[of]?.value;
    expect(got).toBe(becomes);
  });
});
