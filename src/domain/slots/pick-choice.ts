/** A thing to choose from as it was shown: what is sent, and the ways to say it. */
export interface Pickable {
  readonly value: string;
  readonly words: readonly string[];
}

const ORDINALS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6 };

/** Which button an answer means: the value itself, its title, a word of it, "2", "第二个", "后面那个". */
export function pickChoice(answer: string, choices: readonly Pickable[]): string | undefined {
  const bare = answer.trim().replace(/[。.，,!！\s]+$/, '');
  if (bare === '' || choices.length === 0) return undefined;
  const lower = bare.toLowerCase();
  const exact = choices.find(
    ({ value, words }) => value.toLowerCase() === lower || words.some((word) => word.toLowerCase() === lower),
  );
  if (exact) return exact.value;
  const numbered =
    /^(?:第|选|no\.? ?|number |option )?([1-9一二两三四五六])(?:个|项|号|种)?(?:吧|的)?$/i.exec(bare);
  if (numbered) {
    const at = ORDINALS[numbered[1]!] ?? Number(numbered[1]);
    return choices[at - 1]?.value;
  }
  if (/^(?:前面|头一|第一|上面)(?:那个|个|一个)|^the first/i.test(bare)) return choices[0]?.value;
  if (/^(?:后面|末|最后|下面)(?:那个|个|一个)|^the (?:last|second)/i.test(bare)) return choices.at(-1)?.value;
  if (bare.length > 30) return undefined;
  const named = choices.filter(({ words }) =>
    words.some((word) => word.length > 1 && lower.includes(word.toLowerCase())),
  );
  return named.length === 1 ? named[0]!.value : undefined;
}
