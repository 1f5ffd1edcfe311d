import type { ReactNode } from 'react';

interface Span {
  readonly start: number;
  readonly end: number;
  readonly weight: number;
}

/** Spans that spoke against a label, or hardly for it, are not worth showing. */
const MOST = 6;

/** The text with the words that spoke for a label marked. Overlapping spans are joined. */
export function MarkedText({ text, spans }: { text: string; spans: readonly Span[] }): ReactNode {
  const joined = spans
    .filter(({ weight }) => weight > 0)
    .slice(0, MOST)
    .toSorted((a, b) => a.start - b.start)
    .reduce<{ start: number; end: number }[]>((all, { start, end }) => {
      const before = all.at(-1);
      if (before && start <= before.end) before.end = Math.max(before.end, end);
      else all.push({ start, end });
      return all;
    }, []);
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of joined) {
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return [...parts, text.slice(at)];
}
