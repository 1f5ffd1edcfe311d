import type { Choice, DialogEvent, Say, SayStep } from '../event';
import type { DialogCatalogue } from '../catalogue';
import type { Dialog } from '../dialog-file';
import type { DialogState, Need } from '../state';
import type { TurnInput } from '../turn-input';
import type { KnownPlaces } from '../../routing/office';
import type { PlaceRef } from '../../routing/place';
import type { FieldValue } from '../../tickets/ticket';
import { scrub } from '../scrub';
import { word, type Blanks } from '../word';

/** Sentences remembered, so that none is said twice running. */
const REMEMBERED = 6;
const LONGEST_VALUE = 600;
/** All free text of a case together; keeps the state under 8 KB of JSON. */
const LONGEST_CASE = 2400;

type Open = NonNullable<DialogState['open']>;

/**
 * The work of one turn: a changeable copy of the state and the events so far. Only lives inside `advance`; what
 * comes out is plain data again.
 */
export class Turn {
  readonly events: DialogEvent[] = [];
  readonly text: string;
  readonly scrubbed: 'id_number' | 'bank_card' | null;
  lang: DialogState['lang'];
  dialog: DialogState['dialog'];
  open: DialogState['open'];
  needs: Need[];
  fields: Record<string, FieldValue>;
  places: KnownPlaces;
  placeCandidates: readonly PlaceRef[];
  tickets: readonly string[];
  said: readonly string[];
  flags: Record<string, string | number | boolean>;

  constructor(
    readonly catalogue: DialogCatalogue,
    private readonly before: DialogState,
    readonly input: TurnInput,
  ) {
    const clean = scrub(input.text);
    this.text = clean.text.trim();
    this.scrubbed = clean.found;
    this.lang = before.lang;
    this.dialog = before.dialog;
    this.open = before.open;
    this.needs = [...before.needs];
    this.fields = { ...before.fields };
    this.places = before.places;
    this.placeCandidates = before.placeCandidates;
    this.tickets = before.tickets;
    this.said = before.said;
    this.flags = { ...before.flags };
  }

  get need(): Need | undefined {
    return this.needs[0];
  }

  get running(): Dialog | undefined {
    return this.dialog === null ? undefined : this.catalogue.dialogs.get(this.dialog.id);
  }

  word(key: string, blanks: Blanks = {}, turn = 0): string {
    return word(this.catalogue, this.lang, key, blanks, turn);
  }

  /** Says a sentence of wording.yml; of several it takes the one that was not said lately. */
  say(
    step: SayStep,
    key: string,
    blanks: Blanks = {},
    more: Partial<Omit<Say, 'kind' | 'step' | 'text'>> = {},
  ): void {
    const turn = this.leastSaid(key, this.catalogue.wording.get(key)?.length ?? 0);
    const text = this.word(key, blanks, turn);
    if (text !== '') this.tell(step, text, more);
  }

  /** Of several wordings the one not said lately, or said longest ago; it counts as said now. */
  leastSaid(key: string, wordings: number): number {
    let best = 0;
    for (let turn = 0; turn < wordings; turn += 1) {
      if (this.said.lastIndexOf(`${key}#${turn}`) < this.said.lastIndexOf(`${key}#${best}`)) best = turn;
    }
    this.said = [...this.said, `${key}#${best}`].slice(-REMEMBERED);
    return best;
  }

  /** Says a text that is already worded. */
  tell(step: SayStep, text: string, more: Partial<Omit<Say, 'kind' | 'step' | 'text'>> = {}): void {
    this.events.push({ kind: 'say', step, text, ...more });
  }

  emit(event: Exclude<DialogEvent, Say>): void {
    this.events.push(event);
  }

  /** Keeps an answer. Text is cut where the case would grow beyond its bound. */
  fill(slot: string, value: FieldValue['value'], status: FieldValue['status'] = 'given'): void {
    const kept = typeof value === 'string' ? this.cut(slot, scrub(value).text) : value;
    this.fields[slot] = { value: status === 'given' ? kept : null, status, source: this.input.seq };
  }

  private cut(slot: string, value: string): string {
    if (value.length <= 40) return value;
    let used = 0;
    for (const [id, field] of Object.entries(this.fields)) {
      if (id !== slot && typeof field.value === 'string') used += field.value.length;
    }
    return value.slice(0, Math.max(40, Math.min(LONGEST_VALUE, LONGEST_CASE - used)));
  }

  known(slot: string): boolean {
    return this.fields[slot] !== undefined;
  }

  given(slot: string): boolean {
    return this.fields[slot]?.status === 'given';
  }

  setPlace(role: keyof KnownPlaces, code: string): void {
    this.places = { ...this.places, [role]: code };
  }

  setNeed(change: Partial<Need>): void {
    const first = this.needs[0];
    if (first) this.needs[0] = { ...first, ...change };
  }

  openSlot(slot: string, kind: Open['kind'], tries: number, choices: readonly Choice[] = []): void {
    this.open = {
      slot,
      kind,
      tries,
      ...(choices.length > 0 ? { choices: choices.map(({ value }) => value) } : {}),
    };
    if (this.dialog) this.dialog = { ...this.dialog, step: slot };
  }

  /** Forgets the case that ran; the person's own details stay for the next one. */
  closeCase(): void {
    this.dialog = null;
    this.open = null;
    this.needs = [];
    this.placeCandidates = [];
    const {
      asked: _asked,
      early: _early,
      round: _round,
      enough: _enough,
      patient: _patient,
      listPart: _part,
      listAsked: _listAsked,
      listDone: _done,
      ...kept
    } = this.flags;
    this.flags = kept;
  }

  finish(): { state: DialogState; events: DialogEvent[] } {
    const { lang, dialog, open, needs, fields, places, placeCandidates, tickets, said, flags } = this;
    return {
      state: {
        format: this.before.format,
        lang,
        dialog,
        open,
        needs,
        fields,
        places,
        placeCandidates,
        tickets,
        said,
        flags,
      },
      events: this.events,
    };
  }
}
