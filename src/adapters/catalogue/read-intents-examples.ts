import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { utterance } from '../../domain/measures/measure';
import { measureCode, type MeasureCode } from '../../domain/understanding/labels';
import type { Example } from '../../domain/understanding/training/example';
import { intentFiles } from './read-intents';
import { CatalogueError, readYaml, type CatalogueFault } from './read-yaml';

/**
 * Reads all training utterances with their labels, defaults filled in. All faults of all files are told at once, by
 * file and line; the text of an utterance is never quoted.
 */
export function readExamples(folder: string): Example[] {
  const faults: CatalogueFault[] = [];
  const examples: Example[] = [];
  for (const name of intentFiles(folder)) {
    try {
      examples.push(...readFile(join(folder, name), name, faults));
    } catch (fault) {
      if (!(fault instanceof CatalogueError)) throw fault;
      faults.push(...fault.faults);
    }
  }
  if (faults.length > 0) throw new CatalogueError(faults);
  return examples;
}

/** Rows as written: the file's own defaults come before those of the utterance. */
const looseFile = z.looseObject({
  code: measureCode.optional(),
  defaults: z.record(z.string(), z.unknown()).default({}),
  utterances: z.array(z.record(z.string(), z.unknown())).min(1),
});

function readFile(file: string, name: string, faults: CatalogueFault[]): Example[] {
  const shown = `intents/${name}`;
  const lines = linesOf(readFileSync(file, 'utf8'));
  const { code, defaults, utterances } = readYaml(file, shown, looseFile);
  if (/^M\d\d-/.test(name) && !name.startsWith(`${code ?? ''}-`)) {
    faults.push({
      file: shown,
      line: 1,
      fault: `the code is ${code ?? 'missing'}, but the name of the file says otherwise; make them agree`,
    });
  }
  const examples: Example[] = [];
  utterances.forEach((row, index) => {
    const line = lines[index] ?? 0;
    const parsed = utterance.safeParse({ ...defaults, ...row });
    if (!parsed.success) {
      const told = parsed.error.issues.map(
        (issue) => `${issue.path.join('.') || 'utterance'}: ${issue.message}`,
      );
      faults.push({ file: shown, line, fault: told.join('; ') });
      return;
    }
    const example = toExample(parsed.data, code, name, line);
    const fault = faultOf(example);
    if (fault !== undefined) faults.push({ file: shown, line, fault });
    examples.push(example);
  });
  return examples;
}

function toExample(
  parsed: z.infer<typeof utterance>,
  code: MeasureCode | undefined,
  file: string,
  line: number,
): Example {
  const own = parsed.measures ?? (code === undefined ? [] : [code]);
  const scope = parsed.scope ?? (own.length > 0 ? 'measure' : 'general');
  const inScope = scope === 'measure';
  const measures = inScope ? [...new Set([...own, ...(parsed.also ?? [])])] : [];
  const accept = [...new Set([...measures.slice(0, 1), ...(inScope ? (parsed.accept ?? []) : [])])];
  return { ...parsed, scope, measures, accept, file, line };
}

function faultOf({ scope, measures, department }: Example): string | undefined {
  if (scope === 'measure' && measures.length === 0)
    return 'scope is measure but no measure is named; add measures: [Mxx]';
  if (scope === 'referral' && department === null) return 'a referral names no department; add department: …';
  if (scope !== 'referral' && department !== null)
    return `a department stands only with scope referral; drop it or set the scope`;
  return undefined;
}

/** Line of each utterance: they are written one to a line, each beginning with a dash. */
function linesOf(text: string): number[] {
  const found: number[] = [];
  let inside = false;
  text.split('\n').forEach((line, index) => {
    if (/^utterances:/.test(line)) inside = true;
    else if (inside && /^\s*- /.test(line)) found.push(index + 1);
  });
  return found;
}
