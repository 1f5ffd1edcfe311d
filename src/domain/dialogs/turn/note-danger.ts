import type { Turn } from './turn';

/** What was told first stands; later words are in the note. */
const TOLD_FIRST = new Set(['what_happened', 'danger_words', 'need', 'safety', 'more']);

/** Puts what a person in danger says into their ticket, with the details found in it. */
export function noteDanger(t: Turn): void {
  const number = t.tickets.at(-1);
  if (number === undefined) return;
  t.emit({ kind: 'add_note', number, words: t.text });
  const fields = Object.fromEntries(
    Object.entries(t.fields).filter(([slot, field]) => field.source === t.input.seq && !TOLD_FIRST.has(slot)),
  );
  if (Object.keys(fields).length > 0) t.emit({ kind: 'supplement', number, fields, places: t.places });
}
