import type { KnownPlaces } from '../routing/office';
import type { PlaceRef } from '../routing/place';
import type { Fields } from '../tickets/ticket';
import type { Act, Danger, Department, MeasureCode, Scope, Subject, Urgency } from '../understanding/labels';

/** Version of this shape; upgrade-state.ts lifts older ones. */
export const STATE_FORMAT = 1;

/** What one need of the conversation is, as it will be filed. */
export interface Need {
  readonly scope: Scope;
  readonly measure: MeasureCode | null;
  readonly department: Department | null;
  readonly act: Act;
  readonly urgency: Urgency;
  readonly danger: Danger;
  readonly subject: Subject;
}

/** The serialisable state of a conversation's dialog: plain JSON, at most 8 KB. */
export interface DialogState {
  readonly format: number;
  /** Language the citizen is answered in. */
  readonly lang: 'zh' | 'en' | 'mn';
  /** Running dialog (file name in dialogs/) and the version of its file when it was entered; null: nothing runs. */
  readonly dialog: { readonly id: string; readonly version: number; readonly step: string } | null;
  /** The open question. `tries` counts failed answers to it. */
  readonly open: {
    readonly slot: string;
    readonly kind: 'ask' | 'clarify' | 'confirm';
    readonly tries: number;
    readonly choices?: readonly string[];
  } | null;
  readonly needs: readonly Need[];
  readonly fields: Fields;
  readonly places: KnownPlaces;
  /** Candidates of an ambiguous place, waiting for the citizen's choice. */
  readonly placeCandidates: readonly PlaceRef[];
  /** Numbers of tickets filed in this conversation. */
  readonly tickets: readonly string[];
  /** Wording keys said lately, so that a sentence is never repeated twice running. */
  readonly said: readonly string[];
  /** Free-form small memory of steps, e.g. offered second need, elder mode. */
  readonly flags: Readonly<Record<string, string | number | boolean>>;
}
