import { finish, mix, SEED } from './hash';

/**
 * Whom a message may speak of, by how near they are to the writer: a regular expression each, on the folded text. Whoever
 * is named first is as a rule whom it is about, which a set of n-grams does not know.
 */
export type PeopleList = Readonly<Record<string, string>>;

/** Reads in which order a text speaks of people. */
export class People {
  /** How many answers there are. */
  readonly size: number;
  private readonly pattern: RegExp | undefined;
  private readonly kinds: number;

  /** Throws a SyntaxError on a faulty source, or one with a group of its own, which (?:…) is not. */
  constructor(list: PeopleList) {
    const sources = Object.values(list);
    for (const source of sources)
      if (new RegExp(`${source}|`, 'u').exec('')?.length !== 1) throw new SyntaxError(`a group in ${source}`);
    this.kinds = sources.length;
    this.size = (this.kinds + 1) * (this.kinds + 1);
    this.pattern =
      sources.length > 0 ? new RegExp(sources.map((source) => `(${source})`).join('|'), 'gu') : undefined;
  }

  /**
   * Number of the kind spoken of first (0: none), and of the first other kind after it (0: none), as
   * `first × (kinds + 1) + next`; below `size`.
   */
  order(folded: string): number {
    const { pattern, kinds } = this;
    if (!pattern) return 0;
    let first = 0;
    pattern.lastIndex = 0;
    for (let found = pattern.exec(folded); found; found = pattern.exec(folded)) {
      let kind = 1;
      while (found[kind] === undefined) kind += 1;
      if (first === 0) first = kind;
      else if (kind !== first) return first * (kinds + 1) + kind;
    }
    return first * (kinds + 1);
  }

  firstOf(order: number): number {
    return Math.floor(order / (this.kinds + 1));
  }
}

/** The key of the feature that an order of people is. */
export function peopleKey(order: number): number {
  return finish(mix(SEED.people, order));
}

/** The key of the feature that the kind spoken of first is. */
export function firstPersonKey(kind: number): number {
  return finish(mix(SEED.people, -1 - kind));
}
