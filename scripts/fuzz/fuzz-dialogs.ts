import fc from 'fast-check';
import type { DialogCatalogue } from '../../src/domain/dialogs/catalogue';
import { createDialogEngine } from '../../src/domain/dialogs/create-dialog-engine';
import type { DialogState } from '../../src/domain/dialogs/state';
import type { LocatePlace } from '../../src/domain/routing/place';
import type { Understand } from '../../src/domain/understanding/understanding';
import type { ConversationParts, LocalTurn } from '../local-conversation';
import { ANSWERS, ANY_ANSWER } from './citizen-lines';
import { dialogVersions } from './dialog-versions';
import { randomTalk, type Move, type RandomTalk } from './random-moves';
import { WatchedConversation } from './watched-conversation';

const START = Date.parse('2026-11-24T02:00:00Z');
const DAY_MS = 86_400_000;
/** Turns in which somebody who answers comes to a ticket, a person or an answer. */
const WAY_OUT = 24;
const CASE = '我家在五原县隆兴昌镇，房子塌了，想申请临时救助';

/** What came of random conversations: how many there were, their turns, the tickets filed, and the first fault. */
export interface FuzzReport {
  readonly conversations: number;
  readonly turns: number;
  readonly tickets: number;
  readonly fault?: string;
}

/** Plays `count` random conversations; stops at the first fault, made as short as possible. */
export function fuzzDialogs(parts: ConversationParts, count: number, seed: number): FuzzReport {
  const versions = partsOfVersions(parts);
  let turns = 0;
  let tickets = 0;
  let conversations = 0;
  const property = fc.property(randomTalk, (talk) => {
    const { spent, filed } = play(versions, talk);
    conversations += 1;
    turns += spent;
    tickets += filed;
  });
  const result = fc.check(property, { numRuns: count, seed });
  if (!result.failed) return { conversations, turns, tickets };
  const what = result.errorInstance instanceof Error ? result.errorInstance.message : 'interrupted';
  return { conversations, turns, tickets, fault: `${what}\n${JSON.stringify(result.counterexample)}` };
}

/** The understanding and the gazetteer are asked the same things over and over: their answers are remembered. */
function partsOfVersions(parts: ConversationParts): readonly ConversationParts[] {
  const understood = new Map<string, ReturnType<Understand>>();
  const located = new Map<string, ReturnType<LocatePlace>>();
  const understand: Understand = (text, now) =>
    remember(understood, `${now.getTime()} ${text}`, () => parts.understand(text, now));
  const locate: LocatePlace = (text, within) =>
    remember(located, `${within ?? ''} ${text}`, () => parts.locate(text, within));
  return dialogVersions(parts.catalogue).map((catalogue) =>
    partsOfVersion({ ...parts, understand, locate }, catalogue),
  );
}

/** The same understanding and places under another version of the dialogs. */
export function partsOfVersion(parts: ConversationParts, catalogue: DialogCatalogue): ConversationParts {
  const { locate, findOffice } = parts;
  return { ...parts, catalogue, engine: createDialogEngine(catalogue, { locate, findOffice }) };
}

function remember<T>(known: Map<string, T>, key: string, find: () => T): T {
  const before = known.get(key);
  if (before !== undefined) return before;
  const value = find();
  if (key.length < 200) known.set(key, value);
  return value;
}

function play(
  versions: readonly ConversationParts[],
  { moves, officeHours, knows }: RandomTalk,
): { spent: number; filed: number } {
  let now = START;
  const watched = new WatchedConversation(versions[0]!, () => new Date(now), officeHours);
  let spent = 0;
  let last = '你好';
  const say = (text: string, value?: string) => {
    spent += 1;
    last = text;
    return watched.say(text, value);
  };
  const step = (move: Move): void => {
    if ('say' in move) say(move.say);
    else if ('answer' in move) say(answerTo(watched, move.answer));
    else if ('press' in move) {
      const button =
        watched.buttons[watched.buttons.length - 1 - (move.press % Math.max(1, watched.buttons.length))];
      if (button !== undefined) say(button, move.asText ? undefined : button);
    } else if ('again' in move) say(last);
    else if ('version' in move) watched.conversation.upgrade(versions[move.version]!);
    else if ('older' in move) watched.conversation.state = older(watched);
    else now += move.days * DAY_MS;
  };
  for (const move of moves) step(move);
  leadOut(watched, knows, say);
  return { spent, filed: watched.filed };
}

function answerTo(watched: WatchedConversation, which: number): string {
  const { open } = watched.state;
  if (open === null) return CASE;
  if (open.slot === 'readback') return '对，报上去';
  const answers = open.choices !== undefined && which > 1 ? open.choices : (ANSWERS[open.slot] ?? ANY_ANSWER);
  return answers[which % answers.length]!;
}

/** A state as a version wrote it that did not keep the places to choose from. */
function older({ state }: WatchedConversation): DialogState {
  const { placeCandidates: _places, ...rest } = state;
  // The border reads whatever was stored, so the shape is not promised here either.
  return { ...rest, format: 0 } as unknown as DialogState;
}

/**
 * Whatever happened before, somebody who answers plainly, or who knows nothing at all, comes to a ticket: a new one, or
 * the one that the matter has already.
 */
function leadOut(watched: WatchedConversation, knows: boolean, say: (text: string) => LocalTurn): void {
  if (watched.state.flags.danger !== undefined) say('我没事了，人已经安全了');
  for (let turn = 0; turn < WAY_OUT; turn += 1) {
    const { open } = watched.state;
    const plain = knows || open === null || open.slot === 'readback';
    const { events } = say(plain ? answerTo(watched, 0) : '不知道');
    if (events.some(({ kind }) => kind === 'file' || kind === 'add_note')) return;
  }
  throw new Error(
    `no way out in ${WAY_OUT} turns: ${JSON.stringify(watched.state.open)} ${JSON.stringify(watched.state.dialog)}`,
  );
}
