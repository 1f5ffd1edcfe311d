import type { ReactNode } from 'react';
import type { TicketSheet } from '../../contract/ticket';
import { clockTime, dayTime } from '../staff/time-in-words';
import { useLang, useWords } from '../staff/words';
import { groupNumber } from './group-number';

/** What belongs to a ticket: its history, the household's other tickets, the talk word for word. */
export function TicketSide({
  sheet,
  choose,
}: {
  sheet: TicketSheet;
  choose: (number: string) => void;
}): ReactNode {
  const words = useWords();
  const lang = useLang();
  const { office } = words;
  return (
    <div className="side">
      <h2>{office.history}</h2>
      <ol className="history">
        {sheet.history.toReversed().map((line, index) => (
          <li key={`${line.at} ${index}`} className={line.action === 'breach' ? 'late' : ''}>
            <p>
              <b>{words.action[line.action]}</b> {words.actor[line.actor] ?? line.actor}{' '}
              <time dateTime={line.at} className="mute">
                {dayTime(line.at, words)}
              </time>
            </p>
            {line.note !== null && <p className="note">{line.note}</p>}
            {line.toCitizen && line.note !== null && <p className="tag grass">{office.toCitizen}</p>}
          </li>
        ))}
      </ol>
      <h2>{office.household}</h2>
      {sheet.household.length === 0 && <p className="mute">{office.noHousehold}</p>}
      <ul className="household">
        {sheet.household.map(({ number, measure, state, office: where }) => (
          <li key={number}>
            <button type="button" className="link" onClick={() => choose(number)}>
              {groupNumber(number)}
            </button>{' '}
            {measure} {words.state[state]} <span className="mute">{where.name[lang]}</span>
          </li>
        ))}
      </ul>
      <h2>{office.talk}</h2>
      {sheet.messages.length === 0 && <p className="mute">{office.noTalk}</p>}
      <ol className="words-said">
        {sheet.messages.map((message) => (
          <li key={message.seq} className={message.author}>
            <p className="mute">
              {message.authorName ?? words.author[message.author]} {clockTime(new Date(message.at), words)}
            </p>
            <p className="note">{message.text}</p>
          </li>
        ))}
      </ol>
    </div>
  );
}
