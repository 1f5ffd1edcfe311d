/** What the page reads of a Direct Line activity; everything else is left alone. */
export interface Activity {
  readonly id: string;
  readonly type: 'message' | 'typing';
  readonly mine: boolean;
  /** A member of staff wrote it. */
  readonly person: boolean;
  readonly text: string;
  readonly at: string;
  readonly step: string;
  readonly choices: readonly Choice[];
  readonly tickets: readonly string[];
  readonly dial: readonly string[];
  /** `on`, `off` and `offer` of the elder mode; empty where nothing is said of it. */
  readonly elder: string;
  /** Identity that the sender gave; our own messages are known again by it. */
  readonly clientId: string | undefined;
}

export interface Choice {
  readonly title: string;
  readonly value: string;
}

type Json = Readonly<Record<string, unknown>>;
const object = (value: unknown): Json => (typeof value === 'object' && value !== null ? { ...value } : {});
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Reads one activity; `undefined` for kinds that are not shown. Never throws: an odd field reads as absent. */
export function readActivity(raw: unknown): Activity | undefined {
  const activity = object(raw);
  const type = activity.type;
  if (type !== 'message' && type !== 'typing') return undefined;
  const channelData = object(activity.channelData);
  const tusa = object(channelData.tusa);
  const from = object(activity.from);
  const clientId = text(channelData.clientActivityID);
  const ticket = text(tusa.ticket);
  const tickets = list(tusa.tickets).map(text).filter(Boolean);
  return {
    id: text(activity.id),
    type,
    mine: from.role === 'user' || clientId !== '',
    person: tusa.operator === true,
    text: text(activity.text),
    at: text(activity.timestamp),
    step: text(tusa.step),
    choices: list(object(activity.suggestedActions).actions).map((action) => {
      const { title, value } = object(action);
      return { title: text(title), value: text(value) || text(title) };
    }),
    tickets: tickets.length > 0 ? tickets : ticket === '' ? [] : [ticket],
    elder: text(tusa.elder),
    dial: list(tusa.dial).map(text).filter(Boolean),
    clientId: clientId === '' ? undefined : clientId,
  };
}
