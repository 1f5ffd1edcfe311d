import { fold, foldCode } from '../text/fold';
import { SCRIPT, scriptOf } from '../text/script-of';
import { conceptAt, conceptKey, patternKey, type Concepts } from './concepts';
import { Denials } from './denials';
import { figureCode } from './figure-code';
import { finish, finishWord, mix, SEED } from './hash';
import { isFound, type Pattern } from './pattern';
import { firstPersonKey, peopleKey, People, type PeopleList } from './people';
import { syllablesOf, type Sounds } from './sounds';

/** Which features are read. */
export interface FeatureOptions {
  /** Longest n-gram of Han characters. */
  readonly han: number;
  /** Longest n-gram of letters inside a word, its borders included; the shortest is 2. */
  readonly letters: number;
  /** Words of one letter count as words (they do not in the usual word models). */
  readonly shortWords: boolean;
  /** Longest n-gram of syllables, so that 底保 is heard as 低保; 0 for none. */
  readonly sounds: number;
}

const BORDER = 1;
const LONGEST_TEXT = 16_000;
const LONGEST_WORD = 32;
/** A stretch is closed at the next punctuation after 14 characters, and after 48 without any. */
const STRETCH = 14;
const STRETCH_MOST = 48;

/**
 * Reads the features of a text into arrays that are reused by the next call. `stretchEnds[s]` is the number of
 * features up to the end of stretch s (a clause or a few), so that a need told late in a long story can be found.
 */
export class FeatureReader {
  count = 0;
  keys = new Uint32Array(8192);
  starts = new Uint16Array(8192);
  ends = new Uint16Array(8192);
  stretches = 0;
  stretchEnds = new Uint32Array(2048);

  private readonly codes = new Uint16Array(LONGEST_TEXT + 2);
  private readonly places = new Uint16Array(LONGEST_TEXT + 2);
  /** Which patterns the last text holds, in their order. */
  readonly matched: Uint8Array;
  private readonly denials: Denials;
  private readonly people: People | undefined;
  private hasHan = false;
  private hasLetters = false;
  private readonly syllables: ReadonlyMap<number, number>;

  constructor(
    private readonly options: FeatureOptions,
    private readonly concepts?: Concepts,
    private readonly sounds?: Sounds,
    private readonly patterns: readonly Pattern[] = [],
    denials: readonly string[] = [],
    people?: PeopleList,
  ) {
    this.denials = new Denials(denials);
    this.people = people && new People(people);
    this.matched = new Uint8Array(patterns.length);
    this.syllables = syllablesOf(sounds);
  }

  /** Reads at most 16,000 code units; the rest of a longer text is not read. */
  read(text: string): void {
    this.count = 0;
    this.stretches = 0;
    this.hasHan = false;
    this.hasLetters = false;
    const length = Math.min(text.length, LONGEST_TEXT);
    let stretchStart = 0;
    let run = 0;
    let previousWord = 0;
    // Running hashes of the phrases of two, three and four words that end in the present word.
    let phrase2 = 0;
    let phrase3 = 0;
    let sound1 = 0;
    let sound2 = 0;
    const folded = fold(length < text.length ? text.slice(0, length) : text);
    const denied = this.denials.find(folded);
    let nextDenied = 0;
    let at = 0;
    while (at < length) {
      if (at === denied[nextDenied]) {
        if (run > 0) run = this.flush(run);
        at = denied[nextDenied + 1]!;
        nextDenied += 2;
        continue;
      }
      if (this.count + 4096 > this.keys.length) this.grow();
      const code = foldCode(text.charCodeAt(at));
      const script = scriptOf(code);
      if (script === SCRIPT.ignored) at += 1;
      else if (script === SCRIPT.han) {
        this.hasHan = true;
        this.push(run++, code, at);
        at += 1;
      } else if (script === SCRIPT.digit) {
        let end = at + 1;
        while (end < length && scriptOf(foldCode(text.charCodeAt(end))) === SCRIPT.digit) end += 1;
        if (run > 0 || (end < length && scriptOf(foldCode(text.charCodeAt(end))) === SCRIPT.han)) {
          this.push(run++, figureCode(end - at), at);
        } else {
          let hash: number = SEED.word;
          if (end - at <= 3) for (let k = at; k < end; k += 1) hash = mix(hash, text.charCodeAt(k));
          else hash = mix(hash, figureCode(end - at));
          this.emit(finishWord(hash), at, end);
          if (previousWord !== 0) this.emit(finishWord(mix(mix(SEED.wordPair, previousWord), hash)), at, end);
          phrase2 = phrase3 = 0;
          previousWord = hash;
        }
        at = end;
      } else if (script === SCRIPT.letter) {
        this.hasLetters = true;
        if (run > 0) run = this.flush(run);
        const start = at;
        let word: number = SEED.word;
        let phrase4 = phrase3 === 0 ? 0 : mix(phrase3, 0x20);
        phrase3 = phrase2 === 0 ? 0 : mix(phrase2, 0x20);
        phrase2 = previousWord === 0 ? 0 : mix(previousWord, 0x20);
        let size = 0;
        for (; at < length; at += 1) {
          const letter = foldCode(text.charCodeAt(at));
          const kind = scriptOf(letter);
          if (kind === SCRIPT.ignored) continue;
          if (kind !== SCRIPT.letter) break;
          word = mix(word, letter);
          if (phrase2 !== 0) phrase2 = mix(phrase2, letter);
          if (phrase3 !== 0) phrase3 = mix(phrase3, letter);
          if (phrase4 !== 0) phrase4 = mix(phrase4, letter);
          if (size < LONGEST_WORD) {
            this.codes[size] = letter;
            size += 1;
            if (size >= 4 && this.concepts)
              this.note(conceptAt(this.concepts.table, finish(mix(word, 0x2a))), start, at + 1);
          }
        }
        if (size > 1 || this.options.shortWords || code > 0x2b0) {
          this.emit(finishWord(word), start, at);
          if (previousWord !== 0)
            this.emit(finishWord(mix(mix(SEED.wordPair, previousWord), word)), start, at);
        }
        if (this.concepts) {
          const { table } = this.concepts;
          this.note(conceptAt(table, finish(word)), start, at);
          if (phrase2 !== 0) this.note(conceptAt(table, finish(phrase2)), start, at);
          if (phrase3 !== 0) this.note(conceptAt(table, finish(phrase3)), start, at);
          if (phrase4 !== 0) this.note(conceptAt(table, finish(phrase4)), start, at);
        }
        this.spell(size, start, at);
        const syllable = this.options.sounds > 0 ? (this.syllables.get(word) ?? 0) : 0;
        if (syllable > 0) {
          if (sound1 > 0) this.emit(finish(mix(mix(SEED.sound, sound1), syllable)), start, at);
          if (sound1 > 0 && sound2 > 0 && this.options.sounds > 2)
            this.emit(finish(mix(mix(mix(SEED.sound, sound2), sound1), syllable)), start, at);
        }
        sound2 = sound1;
        sound1 = syllable;
        previousWord = word;
      } else {
        const blank = code === 0x20 || code === 0x09 || code === 0x202f;
        if (run > 0 && !blank) run = this.flush(run);
        if (!blank && code !== 0x27 && code !== 0x2d && code !== 0x2019) {
          previousWord = phrase2 = phrase3 = 0;
          sound1 = 0;
          if (code === 0x3f || code === 0x21) this.emit(finish(mix(SEED.word, code)), at, at + 1);
          if (at - stretchStart >= STRETCH) {
            this.closeStretch();
            stretchStart = at;
          }
        }
        at += 1;
      }
      if (at - stretchStart >= STRETCH_MOST && run < 2) {
        this.closeStretch();
        stretchStart = at;
      }
      if (run >= STRETCH_MOST) {
        run = this.flush(run);
        this.closeStretch();
        stretchStart = at;
      }
    }
    if (run > 0) this.flush(run);
    if (this.patterns.length > 0) this.match(folded);
    if (this.people && this.count > 0) this.meet(this.people.order(folded));
    this.closeStretch();
  }

  private match(folded: string): void {
    const { patterns, matched } = this;
    const scripts = { han: this.hasHan, letters: this.hasLetters };
    for (let index = 0; index < patterns.length; index += 1) {
      const found = isFound(patterns[index]!, folded, scripts);
      matched[index] = found ? 1 : 0;
      if (found) this.emit(patternKey(index), 0, 0);
    }
  }

  private meet(order: number): void {
    this.emit(peopleKey(order), 0, 0);
    if (this.people) this.emit(firstPersonKey(this.people.firstOf(order)), 0, 0);
  }

  private push(index: number, code: number, place: number): void {
    this.codes[index + 1] = code;
    this.places[index + 1] = place;
  }

  private emit(key: number, start: number, end: number): void {
    this.keys[this.count] = key;
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.count += 1;
  }

  /** Emits the n-grams of a run of Han characters; returns the new run length, 0. */
  private flush(run: number): 0 {
    const { han, sounds } = this.options;
    const { codes, places } = this;
    const table = this.concepts?.table;
    const longest = this.concepts?.longest ?? 0;
    codes[0] = BORDER;
    codes[run + 1] = BORDER;
    places[0] = places[1]!;
    places[run + 1] = places[run]!;
    for (let from = 0; from <= run; from += 1) {
      let hash: number = SEED.han;
      const most = Math.min(Math.max(han, longest), run + 2 - from);
      for (let size = 1; size <= most; size += 1) {
        hash = mix(hash, codes[from + size - 1]!);
        if (size === 1 && from === 0) continue;
        const key = finish(hash);
        if (size <= han) this.emit(key, places[from]!, places[from + size - 1]! + 1);
        if (size >= 2 && table) this.note(conceptAt(table, key), places[from]!, places[from + size - 1]! + 1);
      }
    }
    if (sounds > 0 && this.sounds) this.sound(run, this.sounds.ofCode);
    return 0;
  }

  private sound(run: number, ofCode: Uint16Array): void {
    const { codes, places } = this;
    const most = this.options.sounds;
    for (let from = 1; from < run; from += 1) {
      let hash: number = SEED.sound;
      for (let size = 1; size <= most && from + size - 1 <= run; size += 1) {
        const code = codes[from + size - 1]!;
        const syllable = code >= 0x4e00 && code < 0x9fff ? ofCode[code - 0x4e00]! : 0;
        if (syllable === 0) break;
        hash = mix(hash, syllable);
        if (size >= 2) this.emit(finish(hash), places[from]!, places[from + size - 1]! + 1);
      }
    }
  }

  /** Emits the letter n-grams of the word in `codes`, its borders included. */
  private spell(size: number, start: number, end: number): void {
    const { codes } = this;
    const most = this.options.letters;
    for (let from = -1; from < size; from += 1) {
      let hash = mix(SEED.letters, from < 0 ? BORDER : codes[from]!);
      for (let n = 2; n <= most && from + n - 1 <= size; n += 1) {
        const index = from + n - 1;
        hash = mix(hash, index === size ? BORDER : codes[index]!);
        this.emit(finish(hash), start, end);
      }
    }
  }

  private note(concept: number, start: number, end: number): void {
    if (concept === 0 || !this.concepts) return;
    const { size, groups } = this.concepts;
    if (concept <= size) this.emit(conceptKey(concept), start, end);
    else for (const meaning of groups[concept - size - 1]!) this.emit(conceptKey(meaning), start, end);
  }

  private closeStretch(): void {
    const last = this.stretches === 0 ? 0 : this.stretchEnds[this.stretches - 1]!;
    if (this.count === last || this.stretches >= this.stretchEnds.length) return;
    this.stretchEnds[this.stretches] = this.count;
    this.stretches += 1;
  }

  private grow(): void {
    const size = this.keys.length * 2;
    const copy = <T extends Uint32Array | Uint16Array>(old: T, fresh: T): T => {
      fresh.set(old);
      return fresh;
    };
    this.keys = copy(this.keys, new Uint32Array(size));
    this.starts = copy(this.starts, new Uint16Array(size));
    this.ends = copy(this.ends, new Uint16Array(size));
  }
}
