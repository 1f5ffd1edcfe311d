/** How a code unit takes part in reading: each Han character by itself, letters as words, digits as figures. */
export const SCRIPT = { none: 0, han: 1, letter: 2, digit: 3, ignored: 4 } as const;

const TABLE = buildTable();

/** The reading class of a folded code unit. */
export function scriptOf(code: number): number {
  return TABLE[code]!;
}

function buildTable(): Uint8Array {
  const table = new Uint8Array(65_536);
  const mark = (from: number, to: number, value: number) => table.fill(value, from, to + 1);
  mark(0x30, 0x39, SCRIPT.digit);
  mark(0x61, 0x7a, SCRIPT.letter);
  mark(0xc0, 0x2af, SCRIPT.letter);
  mark(0x370, 0x1fff, SCRIPT.letter);
  mark(0x2c00, 0x2dff, SCRIPT.letter);
  mark(0xa640, 0xabff, SCRIPT.letter);
  mark(0x3041, 0x30ff, SCRIPT.han);
  mark(0x3400, 0x4dbf, SCRIPT.han);
  mark(0x4e00, 0x9fff, SCRIPT.han);
  mark(0xac00, 0xd7af, SCRIPT.han);
  table[0x3007] = SCRIPT.han;
  // Mongolian: digits and punctuation, free variation selectors and the vowel separator (not letters of their own).
  mark(0x1800, 0x180a, SCRIPT.none);
  mark(0x180b, 0x180f, SCRIPT.ignored);
  mark(0x200b, 0x200f, SCRIPT.ignored);
  mark(0x2060, 0x2064, SCRIPT.ignored);
  mark(0xfe00, 0xfe0f, SCRIPT.ignored);
  table[0xfeff] = SCRIPT.ignored;
  table[0xd7] = SCRIPT.none;
  table[0xf7] = SCRIPT.none;
  return table;
}
