import { useState, type ReactNode } from 'react';
import type { Suggestion, Suggestions } from '../../contract/conversation';
import { callApi } from '../staff/api';
import type { Fetched } from '../staff/use-fetched';
import { useWords } from '../staff/words';

/** Up to three proposals of the machine, always marked as such; keys 1–3 put them into the field. */
export function SuggestionList({
  suggestions,
  usable,
  choose,
}: {
  suggestions: Fetched<Suggestions>;
  /** Only whoever is in charge can put one in. */
  usable: boolean;
  choose: (suggestion: Suggestion) => void;
}): ReactNode {
  const { operator } = useWords();
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const items = (suggestions.data?.items ?? []).filter(({ id }) => !dismissed.has(id));
  if (!suggestions.data && !suggestions.fault) return <div className="suggestions" aria-busy="true" />;
  return (
    <section className={`suggestions ${usable ? '' : 'idle'}`} aria-label={operator.suggestions}>
      <p className="plum-text">
        {operator.suggestions}
        {items.length === 0 && ` · ${operator.noSuggestions}`}
      </p>
      <ol>
        {items.map((suggestion, index) => (
          <li key={suggestion.id}>
            <button
              type="button"
              className="suggestion"
              disabled={!usable}
              onClick={() => choose(suggestion)}
            >
              <kbd>{index + 1}</kbd>
              <span>{suggestion.text}</span>
              <small>
                {suggestion.source.startsWith('reply:') ? operator.replySource : suggestion.source} ·{' '}
                {operator.score} {Math.round(suggestion.score * 100)}%
              </small>
            </button>
            <button
              type="button"
              className="link"
              disabled={!usable}
              aria-label={`${operator.dismiss} ${index + 1}`}
              onClick={() => {
                setDismissed(new Set([...dismissed, suggestion.id]));
                void callApi('dismissSuggestion', { params: { id: suggestion.id }, body: {} }).catch(
                  () => undefined,
                );
              }}
            >
              ✕
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
