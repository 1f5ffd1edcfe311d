import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';

/** A fault in a data file, with its place and cure. Never quotes the data: it may hold a citizen's words. */
export interface CatalogueFault {
  /** Path below the project's root. */
  readonly file: string;
  /** 1-based; 0 when the file as a whole is meant. */
  readonly line: number;
  readonly fault: string;
}

/** All faults of the data files at once. */
export class CatalogueError extends Error {
  constructor(readonly faults: readonly CatalogueFault[]) {
    super(faults.map(({ file, line, fault }) => `${file}:${line}: ${fault}`).join('\n'));
    this.name = 'CatalogueError';
  }
}

/** Reads and validates one YAML file; the quick parser first, the one that knows lines only to explain a fault. */
export function readYaml<S extends z.ZodType>(file: string, name: string, schema: S): z.infer<S> {
  const text = readFileSync(file, 'utf8');
  let data: unknown;
  try {
    data = load(text);
  } catch (fault) {
    throw new CatalogueError(syntaxFaults(text, name, fault));
  }
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  const { document, lines } = located(text);
  throw new CatalogueError(
    parsed.error.issues.map((issue) => ({
      file: name,
      line: lineOf(document, lines, issue.path),
      fault: `${issue.path.join('.') || 'the file'}: ${issue.message}`,
    })),
  );
}

function located(text: string): { document: Document; lines: LineCounter } {
  const lines = new LineCounter();
  return { document: parseDocument(text, { lineCounter: lines }), lines };
}

function syntaxFaults(text: string, name: string, fault: unknown): CatalogueFault[] {
  const { document } = located(text);
  const found = document.errors.map((error) => ({
    file: name,
    line: error.linePos?.[0].line ?? 0,
    fault: `not valid YAML (${error.code}); check quotes, brackets and indentation on this line`,
  }));
  return found.length
    ? found
    : [{ file: name, line: 0, fault: `not valid YAML (${fault instanceof Error ? fault.name : 'unknown'})` }];
}

/** Line of the deepest node on the path that exists. */
function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node: unknown = document.getIn(path.slice(0, depth), true);
    if (node !== null && typeof node === 'object' && 'range' in node && Array.isArray(node.range)) {
      return lines.linePos(Number(node.range[0])).line;
    }
  }
  return 1;
}
