const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const WORD = /true|false|null/y;
const SPACE = /[ \t\r\n]*/y;
/** Deeper than anything that is sent in earnest. */
const DEEPEST = 100;

/** Where a text stops being JSON: the index of the first character that cannot stand there. V8 does not always tell. */
export function locateJsonFault(text: string): number {
  let at = 0;
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at += found[0].length;
    return found !== null;
  };
  const space = (): void => void take(SPACE);
  const character = (wanted: string): boolean => {
    space();
    if (text[at] !== wanted) return false;
    at += 1;
    return true;
  };
  /** Entries between brackets, `close` not yet read. */
  const entries = (close: string, entry: () => boolean): boolean => {
    if (character(close)) return true;
    for (;;) {
      if (!entry()) return false;
      if (character(close)) return true;
      if (!character(',')) return false;
    }
  };
  const value = (depth: number): boolean => {
    space();
    if (depth > DEEPEST) return false;
    if (text[at] === '{') {
      at += 1;
      return entries('}', () => (space(), take(STRING)) && character(':') && value(depth + 1));
    }
    if (text[at] === '[') {
      at += 1;
      return entries(']', () => value(depth + 1));
    }
    return take(STRING) || take(NUMBER) || take(WORD);
  };
  if (value(0)) space();
  return at;
}
