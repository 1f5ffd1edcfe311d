import type { DialogEvent, Say } from '../../src/domain/dialogs/event';
import type { DialogState } from '../../src/domain/dialogs/state';
import { LocalConversation, type ConversationParts, type LocalTurn } from '../local-conversation';
import { DANGERS } from './citizen-lines';

/** UTF-8 bytes of the state's JSON. */
const LARGEST_STATE = 8192;
/** Failed answers until a question is left open. */
const MOST_ASKS = 3;
/** Turns on one question, with all that is put in between. */
const LONGEST_ROUND = 8;
const ID_NUMBER = /11010519491231002|6222020200112233445/;
const TOLD_OF_CHANGE = new Set(['cancelled', 'restarted']);

/** A conversation of which every turn is held against what must never happen; faults are thrown. */
export class WatchedConversation {
  readonly conversation: LocalConversation;
  /** Every button shown so far, old ones as well. */
  readonly buttons: string[] = [];
  filed = 0;
  private asks = 0;
  private round = 0;
  private reply = '';
  private last: LocalTurn | undefined;

  constructor(parts: ConversationParts, now: () => Date, officeHours: boolean) {
    this.conversation = new LocalConversation(parts, now, 'zh', officeHours);
  }

  get state(): DialogState {
    return this.conversation.state;
  }

  say(text: string, value?: string): LocalTurn {
    const before = this.state;
    const turn = this.conversation.say(text, value);
    const faults = [
      ...this.replyFaults(turn),
      ...this.stateFaults(turn),
      ...this.questionFaults(before, turn),
      ...this.dangerFaults(before, text, value, turn),
      ...this.filingFaults(before, turn),
      ...lostAnswers(before, turn),
    ];
    if (faults.length > 0)
      throw new Error(`after ${JSON.stringify(text.slice(0, 80))}: ${faults.join('; ')}`);
    for (const { choices } of turn.says) this.buttons.push(...(choices ?? []).map((choice) => choice.value));
    this.last = turn;
    return turn;
  }

  private replyFaults({ says }: LocalTurn): string[] {
    return [
      ...(says.length === 0 ? ['silence'] : []),
      ...says.flatMap(({ text }) =>
        text.trim() === ''
          ? ['an empty message']
          : /\{(?!x\})\w+\}/.test(text)
            ? [`a blank left open: ${text}`]
            : [],
      ),
    ];
  }

  private stateFaults({ state, says, events }: LocalTurn): string[] {
    const json = JSON.stringify(state);
    const size = Buffer.byteLength(json);
    return [
      ...(size > LARGEST_STATE ? [`a state of ${size} bytes`] : []),
      ...(ID_NUMBER.test(json + JSON.stringify([says, events]))
        ? ['an identity or bank number kept or said']
        : []),
    ];
  }

  /** No question too often, none twice in the same words, none that is answered already, one at a time. */
  private questionFaults(before: DialogState, { says, state }: LocalTurn): string[] {
    const faults: string[] = [];
    const questions = says.filter(({ slot }) => slot !== undefined);
    const slots = new Set(questions.map(({ slot }) => slot));
    const reply = says.map(({ text }) => text).join('\n');
    if (slots.size > 1) faults.push(`asks ${[...slots].join(' and ')} at once`);
    const [slot] = slots;
    if (slot !== undefined && state.open?.slot !== slot)
      faults.push(`asks ${slot} while ${state.open?.slot ?? 'nothing'} is open`);
    if (slot !== undefined && state.fields[slot] !== undefined && state.fields[slot].rows === undefined)
      faults.push(`asks ${slot}, which is known`);
    const called = this.last?.events.some(({ kind }) => kind === 'handoff') === true;
    const same =
      !called &&
      state.open !== null &&
      before.open?.slot === state.open.slot &&
      before.dialog?.id === state.dialog?.id &&
      before.flags.listPart === state.flags.listPart;
    this.round = same ? this.round + 1 : 1;
    const plain = !says.some(({ step }) => step === 'answer' || step === 'say' || step === 'danger');
    this.asks = same ? this.asks + (plain && slot !== undefined ? 1 : 0) : 1;
    if (state.open !== null && this.round > LONGEST_ROUND)
      faults.push(`${state.open.slot} is open for ${this.round} turns`);
    if (state.open !== null && this.asks > MOST_ASKS)
      faults.push(`${state.open.slot} is asked ${this.asks} times`);
    // An alarm says its numbers again, as often as there is one.
    if (same && slot !== undefined && reply === this.reply && !says.some(({ step }) => step === 'danger'))
      faults.push(`the same words twice running: ${reply}`);
    this.reply = reply;
    return faults;
  }

  private dangerFaults(
    before: DialogState,
    text: string,
    value: string | undefined,
    { says, events, state }: LocalTurn,
  ): string[] {
    const number = Object.hasOwn(DANGERS, text) ? DANGERS[text] : undefined;
    if (number === undefined || value !== undefined) return [];
    const heard = says.map((say) => `${say.text} ${(say.dial ?? []).join(' ')}`).join('\n');
    const alerted =
      events.some(({ kind }) => kind === 'danger') ||
      (before.flags.danger !== undefined && events.some(({ kind }) => kind === 'add_note'));
    return [
      ...(heard.includes(number) ? [] : [`no ${number} in: ${heard}`]),
      ...(alerted ? [] : ['nobody is alerted']),
      ...(state.tickets.length === 0 ? ['danger without a ticket'] : []),
    ];
  }

  /** One filing a turn, of a case that was confirmed or of one in danger, with every answer in it. */
  private filingFaults(before: DialogState, { events, state, says }: LocalTurn): string[] {
    // What is added to a ticket never takes the place of the story that it was filed with.
    if (events.some((event) => event.kind === 'supplement' && event.fields.what_happened !== undefined))
      return ['the story of a ticket replaced'];
    const files = events.filter((event) => event.kind === 'file');
    this.filed += files.length;
    if (files.length > 1) return ['files twice'];
    const [file] = files;
    if (file === undefined) return [];
    const danger = events.some(({ kind }) => kind === 'danger');
    const confirmed = before.open?.slot === 'readback';
    return [
      ...(file.needs.length === 0 ? ['files nothing'] : []),
      ...(state.needs.length > 0 ? ['keeps needs that are filed'] : []),
      ...(!danger && !confirmed ? ['files what nobody confirmed'] : []),
      ...(!danger && confirmed ? missingFrom(before, file) : []),
      ...(says.some(({ step }) => step === 'filed') ? [] : ['files without a word']),
    ];
  }
}

function missingFrom(before: DialogState, file: Extract<DialogEvent, { kind: 'file' }>): string[] {
  return Object.entries(before.fields).flatMap(([slot, { value }]) =>
    JSON.stringify(file.fields[slot]?.value) === JSON.stringify(value)
      ? []
      : [`${slot} was read back and is not filed`],
  );
}

/** An answer stays until it is put right, or the case is over. */
function lostAnswers(before: DialogState, { state, events, says }: LocalTurn): string[] {
  // After a filing what is kept is of the person, and goes where the next case is somebody else's.
  if (before.dialog === null && before.open === null && before.tickets.length > 0) return [];
  const over =
    events.some(({ kind }) => kind === 'file' || kind === 'ended' || kind === 'ask_progress') ||
    state.said.slice(-2).some((key) => TOLD_OF_CHANGE.has(key.split('#')[0]!));
  if (over) return [];
  return Object.entries(before.fields).flatMap(([slot, { value, status }]) => {
    const now = state.fields[slot];
    // A list grows and is put right entry by entry.
    if (status !== 'given' || now?.value === value || now?.rows !== undefined) return [];
    if (
      typeof value === 'string' &&
      typeof now?.value === 'string' &&
      now.value.startsWith(value.slice(0, 30))
    )
      return [];
    const toldSo = state.said.some((key) => key.startsWith('corrected')) || asksAgain(says, slot);
    return toldSo ? [] : [`${slot} was ${JSON.stringify(value)} and is ${JSON.stringify(now?.value)}`];
  });
}

function asksAgain(says: readonly Say[], slot: string): boolean {
  return says.some((say) => say.slot === slot);
}
