/** A run of digits as dialled or dictated, separators taken out: 138-0000-0908, 幺三八 零零零零 零九零八, 四个零. */
export interface DigitRun {
  readonly start: number;
  readonly end: number;
  /** ASCII digits; a final X of an ID number is kept in upper case. */
  readonly digits: string;
}

const SPOKEN: Readonly<Record<string, string>> = {
  零: '0', 〇: '0', 洞: '0', 一: '1', 幺: '1', 妖: '1', 么: '1', 二: '2', 两: '2', 三: '3', 四: '4', 五: '5', 六: '6',
  七: '7', 拐: '7', 八: '8', 九: '9', 勾: '9',
}; // prettier-ignore
const SEPARATOR = /[\s\-—–·.,，、…]/;
/** No personal number is shorter; what is shorter stays a numeral. */
const SHORTEST = 7;

/** Digit runs of at least seven digits, in order. Pure. */
export function findDigitRuns(text: string): DigitRun[] {
  const runs: DigitRun[] = [];
  for (let at = 0; at < text.length;) {
    if (DIGITS[text.charCodeAt(at)] === 0) {
      at += 1;
      continue;
    }
    const run = readRun(text, at);
    if (run.digits.length >= SHORTEST) runs.push(run);
    at = run.end;
  }
  return runs;
}

/** Digit + 1 of each code unit that stands for one; 0 for the rest. */
const DIGITS = new Uint8Array(65_536);
for (let digit = 0; digit <= 9; digit += 1) DIGITS[48 + digit] = digit + 1;
for (const [letter, digit] of Object.entries(SPOKEN)) DIGITS[letter.charCodeAt(0)] = Number(digit) + 1;

function digitAt(text: string, at: number): string | undefined {
  const found = DIGITS[text.charCodeAt(at)]!;
  return found === 0 || at >= text.length ? undefined : String(found - 1);
}

function readRun(text: string, start: number): DigitRun {
  let digits = '';
  let end = start;
  const groups: number[] = [0];
  let commas = false;
  for (let at = start; at < text.length;) {
    // No number that is read aloud in groups is longer; without this a list of figures would be read again and again.
    if (commas && digits.length > 32) break;
    const digit = digitAt(text, at);
    if (digit !== undefined) {
      // 四个零: the count is not itself a digit.
      const repeated = text[at + 1] === '个' ? digitAt(text, at + 2) : undefined;
      if (repeated !== undefined) {
        digits += repeated.repeat(Number(digit));
        groups[groups.length - 1]! += Number(digit);
        at += 3;
      } else {
        digits += digit;
        groups[groups.length - 1]! += 1;
        at += 1;
      }
      end = at;
      continue;
    }
    let next = at;
    while (next < text.length && next - at < 2 && SEPARATOR.test(text[next]!)) next += 1;
    if (next === at || digitAt(text, next) === undefined) break;
    if (/[,，、.]/.test(text.slice(at, next))) commas = true;
    groups.push(0);
    at = next;
  }
  if (digits.length === 17 && /[xX×]/.test(text[end] ?? '')) {
    digits += 'X';
    end += 1;
  }
  // 13800，138000 are two figures: behind a comma only the way that people read a number aloud counts.
  if (
    commas &&
    !/^(?:3,4,4|3,3,5|4,3,4|3,8|3,2,3,3|6,8,4|4,4,4,4(?:,3)?)$/.test(groups.join(',')) &&
    !/[零幺一二三]/.test(text.slice(start, end))
  ) {
    const first = /^[\d\s-]*\d/.exec(text.slice(start, end))?.[0] ?? text[start]!;
    return { start, end: start + first.length, digits: first.replace(/\D/g, '') };
  }
  return { start, end, digits };
}
