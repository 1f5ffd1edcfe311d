import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { z } from 'zod';
import { refineDanger } from '../../../../src/domain/dialogs/phrases/refine-danger';
import { danger } from '../../../../src/domain/understanding/labels';

const cases = z
  .array(z.strictObject({ text: z.string(), taken: danger, is: danger }))
  .parse(load(readFileSync(join(__dirname, 'refine-danger.yml'), 'utf8')));

test.each(cases.map((one) => [`${one.text} (${one.taken})`, one] as const))(
  '%s',
  (_, { text, taken, is }) => {
    expect(refineDanger(text, taken)).toBe(is);
  },
);
