import type { Activity, CardAction } from 'botbuilder';
import type { StoredMessage } from '../../application/ports';
import type { TusaChannelData } from '../../contract/citizen';

/** A message of the bot, of an operator or of the service as a botbuilder activity, the same on every channel. */
export function spokenActivity(message: StoredMessage): Partial<Activity> {
  const { say, author } = message;
  const operator = author === 'operator';
  return {
    type: 'message',
    from: { id: 'tusa', name: operator ? 'staff' : 'tusa', role: 'bot' },
    text: message.text,
    textFormat: 'plain',
    inputHint: say?.slot === undefined ? 'acceptingInput' : 'expectingInput',
    channelData: { tusa: tusaData(message) },
    ...(say?.choices?.length && {
      suggestedActions: { to: [], actions: say.choices.map(choiceAction) },
    }),
  };
}

function tusaData({ say, author }: StoredMessage): TusaChannelData {
  const [first] = say?.tickets ?? [];
  return {
    dialog: say?.dialog ?? null,
    step: say?.step ?? 'say',
    ...(say?.slot !== undefined && { slot: say.slot }),
    ...(first !== undefined && { ticket: first }),
    ...(say?.tickets && say.tickets.length > 1 && { tickets: [...say.tickets] }),
    ...(say?.handoff !== undefined && { handoff: say.handoff }),
    ...(say?.dial && { dial: [...say.dial] }),
    ...(say?.elder !== undefined && { elder: say.elder }),
    ...(author === 'operator' && { operator: true }),
  };
}

/** A button whose value is not what it says shows its title as the citizen's words and sends the value beside them. */
function choiceAction({ title, value }: { title: string; value: string }): CardAction {
  return title === value
    ? { type: 'imBack', title, value }
    : { type: 'messageBack', title, text: title, displayText: title, value };
}
