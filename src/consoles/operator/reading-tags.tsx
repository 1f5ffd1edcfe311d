import type { ReactNode } from 'react';
import type { Message } from '../../contract/message';
import { fill, useWords } from '../staff/words';

/** A measure less likely than this is not worth an operator's look. */
const LEAST = 0.15;
const percent = (p: number): string => `${Math.round(p * 100)}%`;

/** Small tags of what was understood. Hovering or focusing one marks the words that spoke for it. */
export function ReadingTags({
  message,
  shown,
  show,
}: {
  message: Message;
  shown: string | null;
  show: (label: string | null) => void;
}): ReactNode {
  const words = useWords();
  const { understanding: reading, explanation = [] } = message;
  if (!reading) return null;
  const labelOf = (name: string): string | undefined =>
    explanation.find(({ label }) => label === name || label.endsWith(`:${name}`))?.label;
  const measures = reading.measures.filter(({ p }, index) => index === 0 || p >= LEAST).slice(0, 3);
  const tags = [
    reading.danger !== 'none' && {
      name: reading.danger,
      text: `⚠ ${words.danger[reading.danger]}`,
      tone: 'red',
    },
    ...(reading.scope === 'measure'
      ? measures.map(({ id, p }) => ({ name: id, text: `${id} ${percent(p)}`, tone: 'plum' }))
      : [{ name: reading.scope, text: words.scope[reading.scope], tone: '' }]),
    reading.act !== 'other' && { name: reading.act, text: words.act[reading.act], tone: '' },
    reading.urgency !== 'normal' && {
      name: reading.urgency,
      text: words.urgency[reading.urgency],
      tone: 'amber',
    },
    reading.department !== null && {
      name: reading.department,
      text: words.department[reading.department],
      tone: '',
    },
    reading.zone !== 'act' && { name: reading.zone, text: words.zone[reading.zone], tone: '' },
  ].filter((tag) => tag !== false);
  const why = explanation.find(({ label }) => label === shown);
  return (
    <p className="reading">
      <span className="unseen">{words.operator.understood}</span>
      {tags.map(({ name, text, tone }) => {
        const label = labelOf(name);
        return label === undefined ? (
          <span key={name} className={`tag ${tone}`}>
            {text}
          </span>
        ) : (
          <button
            key={name}
            type="button"
            className={`tag ${tone}`}
            aria-pressed={shown === label}
            onMouseEnter={() => show(label)}
            onMouseLeave={() => show(null)}
            onFocus={() => show(label)}
            onBlur={() => show(null)}
          >
            {text}
          </button>
        );
      })}
      {why && why.spans.length > 0 && (
        <span className="why">
          {fill(words.operator.spoke, {
            words: why.spans
              .filter(({ weight }) => weight > 0)
              .slice(0, 4)
              .map(({ start, end }) => message.text.slice(start, end))
              .join('、'),
          })}
        </span>
      )}
    </p>
  );
}
