import type { Conversation, LiveUpdates, TurnCommit } from './ports';

export interface AnnounceDeps {
  readonly live: LiveUpdates;
  /** Called where the commit left jobs in the outbox, so that the relay need not wait for its next look. */
  readonly outboxChanged: () => void;
}

/** Tells the live screens and the relay of a turn that was committed. `before`: undefined for a new conversation. */
export function announceTurn(deps: AnnounceDeps, before: Conversation | undefined, turn: TurnCommit): void {
  const { conversation } = turn;
  if (turn.outbox.length) deps.outboxChanged();
  for (const message of turn.messages)
    deps.live.publish({ type: 'message', id: conversation.id, seq: message.seq });
  const changed = !before || before.status !== conversation.status || before.danger !== conversation.danger;
  for (const { id, status, danger } of [
    ...(changed ? [conversation] : []),
    ...(turn.other ? [turn.other] : []),
  ])
    deps.live.publish({ type: 'conversation', id, status, danger });
  for (const { ticket } of [...turn.newTickets, ...turn.ticketChanges]) {
    deps.live.publish({
      type: 'ticket',
      number: ticket.number,
      officeCode: ticket.officeCode,
      state: ticket.state,
      urgency: ticket.urgency,
    });
  }
}
