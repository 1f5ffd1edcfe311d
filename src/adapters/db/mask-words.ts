const LONGEST = 60;

/** A citizen's words as a list may show them: short, on one line, digits in a row unreadable, also with gaps. */
export function maskWords(text: string): string {
  const line = text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(
      /[0-9０-９](?:[\s\-－—–·.,，()（）]{0,2}[0-9０-９]){4,}/gu,
      (run) => run.slice(0, 3) + '＊'.repeat(3),
    );
  const characters = [...line];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : line;
}
