import type { Ticket } from '../tickets/ticket';
import { groupTicketNumber } from '../tickets/ticket-number';

interface Spoken {
  readonly seq: number;
  readonly author: 'citizen' | 'bot' | 'operator' | 'service';
  readonly text: string;
  readonly say?: { readonly tickets?: readonly string[] };
}

type Numbered = Pick<Ticket, 'number' | 'caseId' | 'said'>;

/**
 * What somebody may read of a conversation that sees `visible` of its tickets and not `hidden` ones: the messages that
 * each visible ticket came from, and what the service said of it later. Tickets that may not be seen are not named:
 * lines of ours that name one are left out, and in the words of people their numbers are starred.
 */
export function shownMessages<Message extends Spoken>(
  messages: readonly Message[],
  visible: readonly Numbered[],
  hidden: readonly Numbered[],
  /** Others of the conversation that may be seen but are not what is read. */
  beside: readonly Numbered[] = [],
): readonly Message[] {
  const cases = new Set([...visible, ...hidden, ...beside].map(({ caseId }) => caseId));
  const names = (text: string, { number }: Numbered) =>
    text.includes(number) || text.includes(groupTicketNumber(number));
  const isOfOne = (message: Message): boolean =>
    visible.some((ticket) => {
      // Tickets older than the spans: a conversation with one case is all about it.
      if (!ticket.said) return cases.size === 1 || (isOurs(message) && names(message.text, ticket));
      const within = message.seq >= ticket.said.from && message.seq <= ticket.said.to;
      return within || (isOurs(message) && message.seq > ticket.said.to && names(message.text, ticket));
    });
  return messages.filter(isOfOne).flatMap((message): readonly Message[] => {
    const text = isOurs(message) ? withoutLines(message.text, hidden, names) : starred(message.text, hidden);
    if (text === '' && message.text !== '') return [];
    const { say } = message;
    const tickets = say?.tickets?.filter((number) => !hidden.some((other) => other.number === number));
    return [{ ...message, text, ...(say && tickets && { say: { ...say, tickets } }) }];
  });
}

/** Said by the service itself. */
function isOurs({ author }: Spoken): boolean {
  return author === 'bot' || author === 'service';
}

function withoutLines(
  text: string,
  hidden: readonly Numbered[],
  names: (text: string, ticket: Numbered) => boolean,
): string {
  return text
    .split('\n')
    .filter((line) => !hidden.some((ticket) => names(line, ticket)))
    .join('\n');
}

function starred(text: string, hidden: readonly Numbered[]): string {
  return hidden.reduce(
    (shown, { number }) =>
      shown.replace(new RegExp([...number].join('[\\s-]?'), 'g'), (found) => '*'.repeat(found.length)),
    text,
  );
}
