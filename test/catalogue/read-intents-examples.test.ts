import { join } from 'node:path';
import { readExamples } from '../../src/adapters/catalogue/read-intents-examples';
import { readMeasures } from '../../src/adapters/catalogue/read-intents';
import type { CatalogueError } from '../../src/adapters/catalogue/read-yaml';

const intents = join(__dirname, '..', '..', 'intents');

test('every fault is told at once by file and line, with its cure and without the words', () => {
  let told: CatalogueError | undefined;
  try {
    readExamples(join(__dirname, 'broken-intents'));
  } catch (fault) {
    told = fault as CatalogueError;
  }
  expect(told?.faults).toEqual([
    { file: 'intents/other.yml', line: 4, fault: 'a referral names no department; add department: …' },
    {
      file: 'intents/other.yml',
      line: 5,
      fault: 'a department stands only with scope referral; drop it or set the scope',
    },
    { file: 'intents/other.yml', line: 6, fault: expect.stringMatching(/^act: /) },
  ]);
  expect(told?.message).not.toMatch(/路灯|培训/);
});

test('the corpus is sound: labels filled in, the primary accepted, lines known', () => {
  const examples = readExamples(intents);
  expect(examples.length).toBeGreaterThan(5000);
  for (const { scope, measures, accept, line } of examples) {
    expect(line).toBeGreaterThan(0);
    expect(scope === 'measure').toBe(measures.length > 0);
    if (measures[0]) expect(accept).toContain(measures[0]);
  }
});

test('the measures are read without their utterances', () => {
  const measures = readMeasures(intents);
  expect(measures.map(({ code }) => code)).toEqual(
    Array.from({ length: 20 }, (_, at) => `M${String(at + 1).padStart(2, '0')}`),
  );
  expect(measures[0]).not.toHaveProperty('utterances');
});
