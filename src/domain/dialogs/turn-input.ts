import type { FindOffice } from '../routing/office';
import type { LocatePlace, PlaceAnswer } from '../routing/place';
import type { Understanding } from '../understanding/understanding';

/** What one message of the citizen brings to a turn. Pure functions are passed in, so that a turn needs nothing else. */
export interface TurnInput {
  /** As sent. `understanding` and `place` are of its scrubbed form, see scrub.ts: their offsets count there. */
  readonly text: string;
  /** The value of a button, where the channel keeps it apart from the text. */
  readonly value?: string;
  readonly understanding: Understanding;
  /** `locate(text)`. */
  readonly place: PlaceAnswer;
  readonly now: Date;
  /** Sequence number of the message in its conversation; fields remember it as their source. */
  readonly seq: number;
  /** The person was silent for so long that they may not know where the talk stands. */
  readonly away?: boolean;
  /** Are operators at their desks now? */
  readonly officeHours: boolean;
  readonly locate: LocatePlace;
  /** Names the office in the read-back; without it the read-back does not name one. */
  readonly findOffice?: FindOffice;
}
