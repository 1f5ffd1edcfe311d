import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureFile, otherFile, utterance } from '../../domain/measures/measure';
import type { MeasureCode } from '../../domain/understanding/labels';
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

function readFile(file: string, name: string, faults: CatalogueFault[]): Example[] {
  const shown = `intents/${name}`;
  const lines = linesOf(readFileSync(file, 'utf8'));
  const measured = /^M\d\d-/.test(name);
  const { code, rows } = measured ? ofMeasure(file, shown) : ofOther(file, shown);
  if (measured && !name.startsWith(`${code ?? ''}-`)) {
    faults.push({
      file: shown,
      line: 1,
      fault: `the code is ${code ?? 'missing'}, but the name of the file says otherwise; make them agree`,
    });
  }
  return rows.map((row, index) => {
    const parsed = utterance.parse(row);
    const line = lines[index] ?? 0;
    const own = parsed.measures ?? (code === undefined ? [] : [code]);
    const scope = parsed.scope ?? (own.length > 0 ? 'measure' : 'general');
    const measures = scope === 'measure' ? [...new Set([...own, ...(parsed.also ?? [])])] : [];
    const fault = faultOf(scope, measures, parsed.department);
    if (fault !== undefined) faults.push({ file: shown, line, fault });
    return {
      ...parsed,
      scope,
      measures,
      accept: [...new Set([...measures.slice(0, 1), ...(scope === 'measure' ? (parsed.accept ?? []) : [])])],
      file: name,
      line,
    };
  });
}

function ofMeasure(file: string, shown: string): { code: MeasureCode | undefined; rows: readonly unknown[] } {
  const { code, utterances } = readYaml(file, shown, measureFile);
  return { code, rows: utterances };
}

function ofOther(file: string, shown: string): { code: undefined; rows: readonly unknown[] } {
  const { defaults, utterances } = readYaml(file, shown, otherFile);
  return { code: undefined, rows: utterances.map((row) => ({ ...defaults, ...row })) };
}

function faultOf(scope: string, measures: readonly string[], department: string | null): string | undefined {
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
