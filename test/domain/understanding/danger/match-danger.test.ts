import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { dangerPatterns, dangerRulesFile } from '../../../../src/domain/understanding/danger/danger-rules';
import { createDangerMatcher } from '../../../../src/domain/understanding/danger/match-danger';
import { isFound } from '../../../../src/domain/understanding/features/pattern';
import { fold } from '../../../../src/domain/understanding/text/fold';

const read = (...path: string[]) => load(readFileSync(join(__dirname, ...path), 'utf8'));
const rules = dangerRulesFile.parse(read('..', '..', '..', '..', 'intents', 'danger-rules.yml'));
const cases = read('cases.yml') as { text: string; danger: string }[];
const patterns = dangerPatterns(rules);
const matcher = createDangerMatcher(rules);

function ruled(text: string): string {
  const folded = fold(text);
  const found = Uint8Array.from(patterns, (pattern) =>
    Number(isFound(pattern, folded, { han: true, letters: true })),
  );
  return matcher.danger(folded, found, 0)?.danger ?? 'none';
}

test.each(cases)('$text: $danger', ({ text, danger }) => {
  expect(ruled(text)).toBe(danger);
});

test('a pattern that is none is refused by its place', () => {
  const broken = { calm: ['('], rules: [] };
  expect(dangerRulesFile.safeParse(broken).error?.issues[0]).toMatchObject({ path: ['calm', 0] });
});
