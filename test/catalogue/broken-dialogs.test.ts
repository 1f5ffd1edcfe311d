import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { z } from 'zod';
import { readDialogs } from '../../src/adapters/catalogue/read-dialogs';
import { readMeasures } from '../../src/adapters/catalogue/read-intents';
import { projectRoot } from '../../src/project-root';

const root = projectRoot();
const measures = new Map(readMeasures(join(root, 'intents')).map((measure) => [measure.code, measure]));
const cases = z
  .array(
    z.strictObject({
      title: z.string(),
      file: z.string(),
      replace: z.tuple([z.string(), z.string()]),
      message: z.string(),
    }),
  )
  .parse(load(readFileSync(join(__dirname, 'broken-dialogs.yml'), 'utf8')));

test('the catalogue of the project has no fault', () => {
  const { dialogs, slots } = readDialogs(root, measures);
  expect(dialogs.size).toBeGreaterThanOrEqual(21);
  expect(slots.size).toBeGreaterThan(30);
});

test.each(cases.map((one) => [one.title, one] as const))(
  '%s',
  (_, { file, replace: [from, to], message }) => {
    const copy = mkdtempSync(join(tmpdir(), 'tusa-dialogs-'));
    try {
      cpSync(join(root, 'dialogs'), join(copy, 'dialogs'), { recursive: true });
      const text = readFileSync(join(copy, file), 'utf8');
      expect(text).toContain(from);
      writeFileSync(join(copy, file), text.replace(from, to));
      expect(() => readDialogs(copy, measures)).toThrow(message);
    } finally {
      rmSync(copy, { recursive: true });
    }
  },
);
