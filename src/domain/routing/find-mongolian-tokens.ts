import type { Area } from './area';
import { foldText } from './fold-text';
import type { Gazetteer } from './gazetteer';
import type { PlaceToken } from './place-token';

/** Text in which a name in Mongolian may stand: the traditional script or Cyrillic. */
export const MONGOLIAN = /[\u1820-\u18aa\u0400-\u04ff]{3}/u;

/**
 * Letters that look alike in some position and are typed one for another, traditional script and Cyrillic: a and e;
 * o, u, ö and ü; t and d; q, g and k; i and y.
 */
const LETTERS = new Map<string, string>(
  ['ᠠᠡ', 'ᠢᠶ', 'ᠣᠤᠥᠦ', 'ᠪᠫ', 'ᠬᠭᠺ', 'ᠰᠱ', 'ᠲᠳ', 'ᠸᠧ', 'оө', 'её', 'уү', 'ий'].flatMap((row) =>
    Array.from(row, (letter): [string, string] => [letter, row.charAt(0)]),
  ),
);
/** Case endings that Cyrillic writes onto the name: хошуунд, Ордост, Алшаагаас. */
const CASE = /^(?:н?[аоуиыэө]?[нгтдсл]{1,3}[аоуиыэө]{0,2}[нсрлдт]?|ы|и)$/u;
const LONGEST = 6;

interface Word {
  readonly start: number;
  readonly end: number;
  readonly letters: string;
}

function fold(word: string): string {
  let out = '';
  for (const char of word.toLowerCase()) {
    const letter = LETTERS.get(char) ?? char;
    if (!out.endsWith(letter)) out += letter;
  }
  return out;
}

export interface FindMongolianTokens {
  (text: string): PlaceToken[];
}

/** Leagues and counties by their Mongolian names, as the gazetteer has them; townships are asked for. */
export function createFindMongolianTokens(gazetteer: Gazetteer): FindMongolianTokens {
  const index = new Map<string, Area>();
  for (const { name, area } of gazetteer.mongolianNames)
    index.set(joined(wordsOf(foldText(name).text)), area);

  const areaOf = (letters: string): Area | undefined => {
    const exact = index.get(letters);
    if (exact || letters.charCodeAt(0) > 0x1000) return exact;
    for (let cut = 1; cut <= 5 && letters.length - cut >= 5; cut++) {
      const area = index.get(letters.slice(0, -cut));
      if (area && CASE.test(letters.slice(-cut))) return area;
    }
    return undefined;
  };

  return (text) => {
    const words = wordsOf(text);
    const tokens: PlaceToken[] = [];
    for (let i = 0; i < words.length; i++) {
      for (let n = Math.min(LONGEST, words.length - i); n > 0; n--) {
        const run = words.slice(i, i + n);
        const area = areaOf(joined(run));
        const [first] = run;
        const last = run[n - 1];
        if (!area || !first || !last) continue;
        tokens.push({
          start: first.start, end: last.end, name: text.slice(first.start, last.end), kind: area.level, areas: [area],
          outside: null, weak: false, bare: false,
        }); // prettier-ignore
        i += n - 1;
        break;
      }
    }
    return tokens;
  };
}

function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(/[\u1820-\u18aa]+|[\u0400-\u04ff]+/gu), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    letters: fold(match[0]),
  }));
}

const joined = (words: readonly Word[]): string => words.map((it) => it.letters).join('');
