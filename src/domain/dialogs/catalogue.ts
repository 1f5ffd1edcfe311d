import { z } from 'zod';
import type { Measure } from '../measures/measure';
import type { MeasureCode } from '../understanding/labels';
import { sentence, type Sentence, type Slot } from '../slots/slot';
import type { Prescreens } from '../prescreen/prescreen-file';
import type { Dialog } from './dialog-file';

/** A file `dialogs/wording.yml`: key → one sentence or several in turn. */
export const wordingFile = z.record(
  z.string().regex(/^[a-z][a-z0-9_]*(?:\.[A-Za-z0-9_]+)*$/),
  z.union([sentence, z.array(sentence).min(1)]),
);

/** All dialogs, slots and sentences, read from dialogs/ and inspected as a whole; the measures from intents/. */
export interface DialogCatalogue {
  readonly dialogs: ReadonlyMap<string, Dialog>;
  readonly slots: ReadonlyMap<string, Slot>;
  readonly wording: ReadonlyMap<string, readonly Sentence[]>;
  readonly measures: ReadonlyMap<MeasureCode, Measure>;
  readonly prescreens: Prescreens;
}
