import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Message } from '../../contract/message';
import { clockTime } from '../staff/time-in-words';
import { useWords } from '../staff/words';
import { MarkedText } from './marked-text';
import { ReadingTags } from './reading-tags';

/** Every message word for word; those of the citizen with what was understood of them. */
export function Transcript({ messages }: { messages: readonly Message[] }): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const last = messages.at(-1)?.seq;
  useEffect(() => {
    const list = place.current;
    if (!list) return;
    const toEnd = (): void => {
      list.scrollTop = list.scrollHeight;
    };
    toEnd();
    // Suggestions come in below and take room: the last words stay in view.
    const watch = new ResizeObserver(toEnd);
    watch.observe(list);
    return () => watch.disconnect();
  }, [last]);
  return (
    <div className="transcript" ref={place} tabIndex={0} role="log" aria-live="polite">
      <ol>
        {messages.map((message) => (
          <Line key={message.seq} message={message} />
        ))}
      </ol>
    </div>
  );
}

function Line({ message }: { message: Message }): ReactNode {
  const words = useWords();
  const [shown, setShown] = useState<string | null>(null);
  const explanation = message.explanation?.find(({ label }) => label === shown);
  return (
    <li
      className={`said ${message.author} ${message.step === 'danger' ? 'danger' : ''}`}
      id={`said-${message.seq}`}
    >
      <p className="said-by">
        <b>{message.authorName ?? words.author[message.author]}</b>{' '}
        <time dateTime={message.at}>{clockTime(new Date(message.at), words)}</time>
        {message.step !== undefined && words.step[message.step] !== undefined && (
          <span className="tag">{words.step[message.step]}</span>
        )}
      </p>
      <p className="said-text">
        <MarkedText text={message.text} spans={explanation?.spans ?? []} />
      </p>
      {message.choices && message.choices.length > 0 && (
        <p className="said-choices">{message.choices.map(({ title }) => title).join(' · ')}</p>
      )}
      {message.understanding && <ReadingTags message={message} shown={shown} show={setShown} />}
    </li>
  );
}
