import type { ReactNode } from 'react';
import type { TicketCard } from '../../contract/ticket';
import { useLang, useWords } from '../staff/words';
import { ClockBar } from './clock-bar';
import { groupNumber } from './group-number';

/** A ticket in its lane: need, number, clock. */
export function TicketRow({
  ticket,
  chosen,
  choose,
}: {
  ticket: TicketCard;
  chosen: boolean;
  choose: (number: string) => void;
}): ReactNode {
  const words = useWords();
  const lang = useLang();
  return (
    <button
      type="button"
      className={`ticket-row ${ticket.urgency}`}
      aria-current={chosen || undefined}
      onClick={() => choose(ticket.number)}
    >
      <span className="row-head">
        {ticket.urgency !== 'normal' && (
          <b className={`tag ${ticket.urgency === 'critical' ? 'red' : 'amber'}`}>
            {words.urgency[ticket.urgency]}
          </b>
        )}
        <span className="row-title">
          {ticket.measureTitle?.[lang] ??
            (ticket.danger === 'none' ? words.act[ticket.act] : words.danger[ticket.danger])}
        </span>
      </span>
      <span className="row-foot">
        <span>{groupNumber(ticket.number)}</span>
        <span>{words.state[ticket.state]}</span>
        {ticket.holder && <span>{ticket.holder.name}</span>}
      </span>
      {ticket.clock && <ClockBar clock={ticket.clock} brief />}
    </button>
  );
}
