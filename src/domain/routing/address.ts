import type { Area } from './area';

/** One address in the making: what its neighbouring tokens agree on. Offsets into the folded text. */
export interface Address {
  start: number;
  end: number;
  league: Area | null;
  /** Several while a short name has several owners; empty when no county is named. */
  counties: readonly Area[];
  /** Several while a name has several owners; empty when no township is known. */
  townships: readonly Area[];
  village: string | null;
  outside: string | null;
  /** Only names that need support have been seen so far. */
  weak: boolean;
  /**
   * A township was named that the county named with it does not have: as a whole name, or as the tail of a longer name
   * (巴瘾敖包苏木) that may be a misspelling.
   */
  misfit: 'named' | 'tail' | null;
  /** Rests on a guess (a village alone, a wrong ending), to be confirmed by the person. */
  unsure: boolean;
  /** Put before the text: what the conversation already knew. */
  given: boolean;
}

export function emptyAddress(start: number, end: number): Address {
  return {
    start, end, league: null, counties: [], townships: [], village: null, outside: null,
    weak: false, misfit: null, unsure: false, given: false,
  }; // prettier-ignore
}
