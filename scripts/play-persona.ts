import type { Say } from '../src/domain/dialogs/event';
import type { Ticket } from '../src/domain/tickets/ticket';
import { LocalConversation, type ConversationParts } from './local-conversation';

/** A simulated citizen: an opening, facts by slot, and lines that come at a turn, at a slot, at the read-back. */
export interface Persona {
  readonly id: string;
  readonly title: string;
  readonly lang: string;
  readonly opening: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly script?: readonly { readonly at: string; readonly say?: string }[];
  readonly expect: Readonly<Record<string, unknown>> & {
    readonly measures?: readonly string[];
    readonly accept?: readonly string[];
  };
}

export interface Played {
  readonly questions: number;
  readonly asked: readonly string[];
  readonly says: readonly Say[];
  readonly tickets: readonly Ticket[];
  /** Bot's words after each citizen's line: the opening, or `script N`. */
  readonly replies: ReadonlyMap<string, string>;
}

const LONGEST = 40;
const AFFIRMATIVE = /^(?:对|是|确认|可以|同意|好|yes|ok)/i;

/** Plays one persona to its end: a ticket, a person, an answer, or nothing more asked. */
export function playPersona(
  parts: ConversationParts,
  persona: Persona,
  log: (line: string) => void = () => {},
): Played {
  const conversation = new LocalConversation(
    parts,
    () => new Date('2026-11-24T02:00:00Z'),
    persona.lang === 'en' ? 'en' : 'zh',
  );
  const used = new Set<number>();
  const says: Say[] = [];
  const replies = new Map<string, string>();
  let next = persona.opening;
  let line = 'opening';
  for (let turn = 1; turn <= LONGEST; turn += 1) {
    log(`> ${next}`);
    const got = conversation.say(next).says;
    for (const say of got)
      log(
        `  ${say.text.replaceAll('\n', ' / ')}${say.choices ? ` [${say.choices.map(({ title }) => title).join(' | ')}]` : ''}`,
      );
    says.push(...got);
    replies.set(line, got.map(textOf).join('\n'));
    line = '';
    const slot = got.findLast((say) => say.slot !== undefined)?.slot;
    const confirm = got.some((say) => say.step === 'confirm');
    const filed = got.some((say) => (say.tickets?.length ?? 0) > 0);
    const at = (persona.script ?? []).findIndex(
      (event, index) =>
        !used.has(index) &&
        (event.at === `turn ${turn}` ||
          event.at === `slot ${slot}` ||
          (event.at === 'confirm' && confirm) ||
          (event.at === 'filed' && filed)),
    );
    const scripted = persona.script?.[at];
    if (scripted) {
      used.add(at);
      line = `script ${at + 1}`;
      if (scripted.say !== undefined) {
        next = scripted.say;
        continue;
      }
    }
    const answer = answerTo(persona, got, slot, confirm, conversation.tickets.length > 0);
    if (answer === undefined) break;
    next = answer;
  }
  const asked = says.flatMap((say) => say.slot ?? []);
  return { questions: asked.length, asked, says, tickets: conversation.tickets, replies };
}

function answerTo(
  persona: Persona,
  got: readonly Say[],
  slot: string | undefined,
  confirm: boolean,
  filed: boolean,
): string | undefined {
  if (confirm) return persona.lang === 'en' ? 'yes' : '对';
  const choices = got.flatMap((say) => say.choices ?? []);
  const fallback = persona.facts.default ?? '不清楚';
  if (slot === 'measure') {
    const wanted = [...(persona.expect.measures ?? []), ...(persona.expect.accept ?? [])];
    return choices.find(({ value }) => wanted.includes(value))?.value ?? persona.facts.need ?? fallback;
  }
  if (slot !== undefined) return persona.facts[slot] ?? fallback;
  return filed ? undefined : choices.find(({ title }) => AFFIRMATIVE.test(title))?.value;
}

function textOf(say: Say): string {
  return [say.text, ...(say.choices ?? []).map(({ title }) => title)].join(' ');
}
