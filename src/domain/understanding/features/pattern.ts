/** A way of saying something: regular expressions on the folded text, those with Han characters apart from the rest. */
export interface Pattern {
  readonly han: RegExp | undefined;
  readonly letters: RegExp | undefined;
}

/** Which scripts a text holds, so that expressions of the other need not be tried. */
export interface ScriptsPresent {
  readonly han: boolean;
  readonly letters: boolean;
}

/** Puts words into `{name}` and joins the sources. Throws a SyntaxError on a faulty one. */
export function compilePattern(sources: readonly string[], words: Readonly<Record<string, string>>): Pattern {
  const written = sources.map((source) =>
    source.replaceAll(/\{([a-z_]+)\}/g, (_, name: string) => `(?:${words[name] ?? name})`),
  );
  const hasHan = (source: string) => /[\u3400-\u9fff]/.test(source);
  return { han: join(written.filter(hasHan)), letters: join(written.filter((source) => !hasHan(source))) };
}

/** Whether the pattern is found in a folded text. */
export function isFound({ han, letters }: Pattern, folded: string, scripts: ScriptsPresent): boolean {
  return (
    (scripts.han && han !== undefined && han.test(folded)) ||
    (scripts.letters && letters !== undefined && letters.test(folded))
  );
}

function join(sources: readonly string[]): RegExp | undefined {
  return sources.length === 0
    ? undefined
    : new RegExp(sources.map((source) => `(?:${source})`).join('|'), 'u');
}
