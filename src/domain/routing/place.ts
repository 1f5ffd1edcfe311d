/** Levels of a place of the gazetteer; `none` when no place is named or it lies outside Inner Mongolia. */
export type PlaceLevel = 'village' | 'township' | 'county' | 'league' | 'none';

/** How a place stands to the person: where they are or the trouble is, where they are registered, and so on. */
export type PlaceRole = 'present' | 'registered' | 'work' | 'school' | 'event' | 'former' | 'other_person';

export interface PlaceRef {
  /** 4 digits a league, 6 a county, 9 a township (NBS 2023 numbering; a village has its township's code). */
  readonly code: string;
  /** Full name from the league down, e.g. 通辽市科尔沁左翼中旗保康镇. */
  readonly name: string;
}

/** One place that a message names, with what it may be. UTF-16 offsets into the text. */
export interface PlaceMention {
  readonly start: number;
  readonly end: number;
  readonly role: PlaceRole | null;
  readonly level: PlaceLevel;
  /** Empty when several candidates fit. */
  readonly code: string;
  readonly name: string;
  readonly village?: string;
  readonly candidates: readonly PlaceRef[];
  /** The province or country, when the place lies outside Inner Mongolia. */
  readonly outside?: string;
}

/** Where the matter of a message is. `code` is empty when several candidates fit or nothing is known. */
export interface PlaceAnswer {
  readonly level: Exclude<PlaceLevel, 'village'>;
  readonly code: string;
  readonly name: string;
  readonly village?: string;
  readonly candidates: readonly PlaceRef[];
  readonly outside: boolean;
  /** Every place named, in order of the text, addresses kept apart. */
  readonly mentions: readonly PlaceMention[];
}

/**
 * Finds the place of a matter in free text. `within` narrows what is ambiguous: a county or league already known
 * from the conversation. Pure and total.
 */
export interface LocatePlace {
  (text: string, within?: string): PlaceAnswer;
}
