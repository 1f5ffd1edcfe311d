const DENIED_BEFORE =
  /(?:没|无|未|不|别)[^，。,.;；、]{0,3}$|\b(?:no|not|never|without|n't)\b(?: \w+){0,2} $/i;
const DENIED_BEHIND = /^(?:也|都|全|什么的|那些)*(?:没有?|无)(?=[，。,.;；、]|$)/;

/** Is the word said of somebody in `text`, rather than denied? "没有车" and "存款没有" mention neither. */
export function mentions(text: string, word: string): boolean {
  const lower = text.toLowerCase();
  const sought = word.toLowerCase();
  for (let at = lower.indexOf(sought); at >= 0; at = lower.indexOf(sought, at + sought.length)) {
    const before = lower.slice(Math.max(0, at - 24), at);
    if (!DENIED_BEFORE.test(before) && !DENIED_BEHIND.test(lower.slice(at + sought.length))) return true;
  }
  return false;
}
