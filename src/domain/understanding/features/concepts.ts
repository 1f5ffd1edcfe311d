import { fold } from '../text/fold';
import { SCRIPT, scriptOf } from '../text/script-of';
import { finish, mix, SEED } from './hash';
import { compilePattern, type Pattern } from './pattern';
import type { PeopleList } from './people';

/**
 * What people say in many words and mean alike (下岗, 没活干, laid off). `words` by name of the concept; a word in
 * letters may end in * for any ending. The numbers of the concepts are their order, from 1.
 */
export type ConceptList = Readonly<Record<string, readonly string[]>>;

/** What a message may hold besides concepts: how things are said, as regular expressions on the folded text. */
export interface Vocabulary {
  readonly concepts: ConceptList;
  /** Used in patterns as {name}. */
  readonly words: Readonly<Record<string, string>>;
  readonly patterns: Readonly<Record<string, readonly string[]>>;
  /** What the message says it is not about; its words are not read. */
  readonly denials: readonly string[];
  readonly people: PeopleList;
}

/** Compiles the patterns in their order. Throws a SyntaxError on a faulty one. */
export function compilePatterns({
  words,
  patterns,
}: Pick<Vocabulary, 'words' | 'patterns'>): readonly Pattern[] {
  return Object.values(patterns).map((sources) => compilePattern(sources, words));
}

/** A compiled list, laid out for looking up while a text is read. */
export interface Concepts {
  readonly size: number;
  /** Open addressing: key, then number of the concept, or beyond `size` of a group, in turn. */
  readonly table: Uint32Array;
  /** The concepts of words that mean several things; group g has the number size + 1 + g. */
  readonly groups: readonly (readonly number[])[];
  /** Length in characters of the longest Han word. */
  readonly longest: number;
}

/** Compiles a concept list. Throws on a word without letters. */
export function compileConcepts(list: ConceptList): Concepts {
  const entries = new Map<number, number[]>();
  let longest = 1;
  Object.values(list).forEach((words, index) => {
    for (const word of words) {
      const prefix = word.endsWith('*');
      const folded = fold(prefix ? word.slice(0, -1) : word).trim();
      const han = scriptOf(folded.charCodeAt(0)) === SCRIPT.han;
      if (han) longest = Math.max(longest, folded.length);
      const key = han ? hanKey(folded) : phraseKey(folded, prefix);
      const meanings = entries.get(key) ?? [];
      if (!meanings.includes(index + 1)) meanings.push(index + 1);
      entries.set(key, meanings);
    }
  });
  let capacity = 64;
  while (capacity < entries.size * 3) capacity *= 2;
  const table = new Uint32Array(capacity * 2);
  const size = Object.keys(list).length;
  const groups: (readonly number[])[] = [];
  for (const [key, meanings] of entries) {
    let place = (key >>> 1) & (capacity - 1);
    while (table[place * 2] !== 0) place = (place + 1) & (capacity - 1);
    table[place * 2] = key;
    table[place * 2 + 1] = meanings.length === 1 ? meanings[0]! : size + groups.push(meanings);
  }
  return { size, table, groups, longest };
}

/** The number of the concept or group kept under a key, 0 for none. */
export function conceptAt(table: Uint32Array, key: number): number {
  const last = (table.length >> 1) - 1;
  for (let place = (key >>> 1) & last; table[place * 2] !== 0; place = (place + 1) & last) {
    if (table[place * 2] === key) return table[place * 2 + 1]!;
  }
  return 0;
}

/** The key of the feature that a concept is. */
export function conceptKey(concept: number): number {
  return finish(mix(SEED.concept, concept));
}

/** The key of the feature that a pattern is (index in the list). */
export function patternKey(index: number): number {
  return finish(mix(SEED.pattern, index));
}

function hanKey(word: string): number {
  let hash: number = SEED.han;
  for (let at = 0; at < word.length; at += 1) hash = mix(hash, word.charCodeAt(at));
  return finish(hash);
}

function phraseKey(phrase: string, prefix: boolean): number {
  const words = phrase.split(/[\s'’-]+/);
  let hash: number = SEED.word;
  words.forEach((word, index) => {
    if (index > 0) hash = mix(hash, 0x20);
    for (let at = 0; at < word.length; at += 1) {
      const code = word.charCodeAt(at);
      if (scriptOf(code) !== SCRIPT.ignored) hash = mix(hash, code);
    }
  });
  return finish(prefix ? mix(hash, 0x2a) : hash);
}
