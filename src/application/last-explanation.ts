import type { HistoryEntry } from '../domain/tickets/ticket';

/** The last words that an officer addressed to the citizen; none since a reopening: what was said before it is refuted. */
export function lastExplanation(history: readonly HistoryEntry[]): string | undefined {
  const reopened = history.findLastIndex(({ action }) => action === 'reopen');
  return (
    history.slice(reopened + 1).findLast(({ toCitizen, note }) => toCitizen && note !== null)?.note ??
    undefined
  );
}
