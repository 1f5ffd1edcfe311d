import type { DangerKind } from '../understanding/labels';
import type { KnownPlaces } from '../routing/office';
import type { Fields } from '../tickets/ticket';
import type { Need } from './state';

/** The step that a bot message belongs to, as told to channels in `channelData.tusa.step`. */
export type SayStep =
  'say' | 'ask' | 'clarify' | 'confirm' | 'filed' | 'handoff' | 'danger' | 'answer' | 'end';

export interface Choice {
  /** What is sent back when chosen: a code, or the words themselves. */
  readonly value: string;
  readonly title: string;
}

/** One message of the bot, already worded. At most three short lines. */
export interface Say {
  readonly kind: 'say';
  readonly step: SayStep;
  readonly text: string;
  /** The open slot of `ask`, `clarify` and `confirm`. */
  readonly slot?: string;
  readonly choices?: readonly Choice[];
  /** Reason of `handoff` and `danger`. */
  readonly handoff?: string;
  /** Ticket numbers of `filed`. */
  readonly tickets?: readonly string[];
  /** Telephone numbers to show as dial buttons, e.g. ['110']. */
  readonly dial?: readonly string[];
  /** Large letters, one question at a time, read aloud: offered, or to be switched on or off by the page. */
  readonly elder?: 'offer' | 'on' | 'off';
  /** Id of the dialog that it belongs to; the application adds it. */
  readonly dialog?: string;
}

/** What a turn decided. The application applies every event in one transaction, in this order. */
export type DialogEvent =
  | Say
  /**
   * File one case with one ticket per need; the application routes, numbers, and words the `filed` message.
   * `unconfirmed`: its person fell silent before the read-back was answered.
   */
  | {
      readonly kind: 'file';
      readonly needs: readonly Need[];
      readonly fields: Fields;
      readonly places: KnownPlaces;
      readonly anonymous: boolean;
      readonly against?: string;
      readonly unconfirmed?: true;
    }
  /** A person is needed now; `danger` alerts the operators' screen and files a critical ticket with what is known. */
  | { readonly kind: 'handoff'; readonly reason: string }
  | { readonly kind: 'danger'; readonly danger: DangerKind }
  /** The citizen asks how a ticket stands; without a number: those of this conversation. */
  | { readonly kind: 'ask_progress'; readonly number?: string; readonly phone?: string }
  /** The citizen says that a resolved ticket is not solved. */
  | { readonly kind: 'reopen'; readonly number?: string; readonly words: string }
  /** Add what the citizen said later to an open ticket. */
  | { readonly kind: 'add_note'; readonly number: string; readonly words: string }
  /** Details and places that came after the ticket was filed, as those of a person in danger do. */
  | {
      readonly kind: 'supplement';
      readonly number: string;
      readonly fields: Fields;
      readonly places: KnownPlaces;
      /** The place was wrong before, not only less exact. */
      readonly moved?: true;
    }
  /** Names the tickets that were filed in this conversation from the `from`th on, counted from 0. */
  | { readonly kind: 'sum_up'; readonly from: number }
  /** What does the filed ticket still lack? The first of it is asked for. */
  | { readonly kind: 'ask_missing'; readonly number: string }
  /** Tell with which code this unfinished case can be taken up in another conversation. */
  | { readonly kind: 'offer_resume' }
  /** Take up the unfinished case of another conversation. */
  | { readonly kind: 'resume_case'; readonly phone: string; readonly code: string }
  | { readonly kind: 'ended' };
