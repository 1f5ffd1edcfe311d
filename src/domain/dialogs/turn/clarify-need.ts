import { pickChoice } from '../../slots/pick-choice';
import { measureCode } from '../../understanding/labels';
import { findRefusal } from '../../slots/find-refusal';
import { startDialog } from './start-dialog';
import type { Turn } from './turn';

/** Misses after which nothing more is asked: the matter is taken as it was told, and an officer sorts it out. */
const MOST_TRIES = 2;
const GENERAL_INTAKE = 'M08';
/** Below this the answer says nothing about the choice. */
const PLAIN = 0.3;

/** Asks which of two or three needs is meant, in plain words; the values are the codes of the measures. */
export function clarifyNeed(t: Turn, codes: readonly string[], tries = 0): void {
  if (tries >= MOST_TRIES) {
    t.open = null;
    t.setNeed({ measure: GENERAL_INTAKE, scope: 'measure' });
    t.say('say', 'clarify.given_up');
    return startDialog(t);
  }
  const choices = codes.map((code) => ({ value: code, title: t.word(`need.${code}`) }));
  t.openSlot('measure', 'clarify', tries, choices);
  t.say('clarify', 'clarify.measure', {}, { slot: 'measure', choices });
}

/** Takes the answer; unclear words leave the likeliest, for an officer can still pass it on. */
export function takeNeed(t: Turn): void {
  const codes = t.open?.choices ?? [];
  const picked = pickChoice(
    t.input.value ?? t.text,
    codes.map((code) => ({
      value: code,
      words: [t.word(`need.${code}`), ...t.word(`need_words.${code}`).split(' ')],
    })),
  );
  const understood = t.input.understanding.measures.find(({ id, p }) => codes.includes(id) && p >= PLAIN)?.id;
  // Who cannot say gets the plainest of them: temporary assistance, from which an officer can pass it on.
  const plainest = codes.includes('M08') ? 'M08' : codes[0];
  const guess = picked ?? (findRefusal(t.text) === undefined ? understood : undefined) ?? plainest;
  const code = measureCode.safeParse(guess);
  if (code.success) t.setNeed({ measure: code.data, scope: 'measure' });
  t.open = null;
}
