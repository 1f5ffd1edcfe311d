import fc from 'fast-check';
import { DANGERS, IN_BETWEEN, NEEDS, NOISE } from './citizen-lines';

/** One thing that happens in a random conversation. */
export type Move =
  | { readonly say: string }
  /** An answer that fits what is open, the nth that is known for it. */
  | { readonly answer: number }
  /** A button shown now or earlier, by its value or as its words. */
  | { readonly press: number; readonly asText: boolean }
  /** The last message once more, as a network sends it twice. */
  | { readonly again: true }
  /** The service is stopped and started with the nth version of the dialogs. */
  | { readonly version: number }
  /** Stored by an older version of the service, which knew less of the state. */
  | { readonly older: true }
  | { readonly days: number };

const from = (lines: readonly string[]) => fc.constantFrom(...lines).map((say): Move => ({ say }));

/** Moves with the weights that lead deep into the dialogs and still try everything. */
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 40, arbitrary: fc.nat(3).map((answer): Move => ({ answer })) },
  { weight: 14, arbitrary: from(NEEDS) },
  { weight: 24, arbitrary: from(IN_BETWEEN) },
  { weight: 5, arbitrary: from(NOISE) },
  { weight: 3, arbitrary: from(Object.keys(DANGERS)) },
  { weight: 8, arbitrary: fc.record({ press: fc.nat(40), asText: fc.boolean() }) },
  { weight: 3, arbitrary: fc.constant<Move>({ again: true }) },
  { weight: 3, arbitrary: fc.nat(2).map((version): Move => ({ version })) },
  { weight: 1, arbitrary: fc.constant<Move>({ older: true }) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 40 }).map((days): Move => ({ days })) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }).map((say): Move => ({ say })) },
);

/** A conversation up to some point, whether anybody is at the desks, and whether the person knows any answer afterwards. */
export interface RandomTalk {
  readonly moves: readonly Move[];
  readonly officeHours: boolean;
  readonly knows: boolean;
}
export const randomTalk: fc.Arbitrary<RandomTalk> = fc.record({
  moves: fc.array(move, { minLength: 1, maxLength: 24 }),
  officeHours: fc.boolean(),
  knows: fc.boolean(),
});
