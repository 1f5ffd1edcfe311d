const LONGEST = 60;

/** A citizen's words as a list may show them: short, on one line, long runs of digits unreadable. */
export function maskWords(text: string): string {
  const line = text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[0-9０-９]{5,}/gu, (run) => run.slice(0, 3) + '＊'.repeat(3));
  const characters = [...line];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : line;
}
