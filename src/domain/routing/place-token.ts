import type { Area } from './area';

/** A stretch of the text that names a place, before it is joined with its neighbours. Offsets into the folded text. */
export interface PlaceToken {
  readonly start: number;
  readonly end: number;
  /** As folded. */
  readonly name: string;
  readonly kind: 'league' | 'county' | 'township' | 'outside';
  /** What it may be; empty for `outside`. */
  readonly areas: readonly Area[];
  readonly outside: string | null;
  /** Counts only with support: its league known, or a township or village of it beside it. */
  readonly weak: boolean;
  /** Without its ending (通辽, 西乌): may be the beginning of another name. */
  readonly bare: boolean;
}
