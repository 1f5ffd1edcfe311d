import { z } from 'zod';
import type { Life } from './citizen';
import { seededRandom } from './random';

/** `data/demo/people.yml`. */
export const people = z.strictObject({
  names: z.array(z.string()).min(1),
  homes: z.array(z.strictObject({ address: z.string(), code: z.string() })).min(1),
  ages: z.array(z.union([z.string(), z.number()])).min(1),
  households: z.array(z.string()).min(1),
  aids: z.array(z.string()).min(1),
  since: z.array(z.string()).min(1),
  safe: z.array(z.string()).min(1),
});
export type People = z.infer<typeof people>;

export interface Opening {
  readonly text: string;
  readonly lang: string;
}

/** `count` different citizens: each an utterance of the corpus in the mouth of an invented person. Same seed, same day. */
export function simulatedDay(
  openings: readonly Opening[],
  cast: People,
  count: number,
  seed: number,
): Life[] {
  const random = seededRandom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const left = openings.filter(({ lang }) => lang === 'zh' || lang === 'en');
  const lives: Life[] = [];
  while (lives.length < count && left.length > 0) {
    const [opening] = left.splice(Math.floor(random() * left.length), 1);
    if (!opening) break;
    const home = pick(cast.homes);
    const name = pick(cast.names);
    const serial = String(lives.length).padStart(4, '0');
    lives.push({
      id: `demo-${seed}-${serial}`,
      lang: opening.lang === 'en' ? 'en' : 'zh',
      opening: opening.text,
      answers: {
        caller_name: name,
        caller_phone: `1380000${serial}`,
        subject: '我家里',
        subject_name: name,
        subject_age: String(pick(cast.ages)),
        current_address: home.address,
        registered_address: random() < 0.7 ? '一样' : pick(cast.homes).address,
        household_size: pick(cast.households),
        current_aid: pick(cast.aids),
        event_date: pick(cast.since),
        safety: pick(cast.safe),
        need: '帮一把，救助一下',
        consent: '可以',
      },
    });
  }
  return lives;
}
