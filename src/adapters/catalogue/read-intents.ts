import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { measureFile, type Measure } from '../../domain/measures/measure';
import { readYaml } from './read-yaml';

const METADATA = measureFile.omit({ utterances: true });

/**
 * Reads what the service needs of each measure at start: everything but the utterances, which only training reads.
 * Throws a CatalogueError with file and line where a file is faulty.
 */
export function readMeasures(folder: string): Measure[] {
  return intentFiles(folder)
    .filter((name) => /^M\d\d-/.test(name))
    .map((name) => readMetadata(join(folder, name), `intents/${name}`));
}

/** The names of the corpus files in a folder, sorted; concepts and danger rules are not among them. */
export function intentFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yml') && name !== 'concepts.yml' && name !== 'danger-rules.yml')
    .sort();
}

function readMetadata(file: string, name: string): Measure {
  const text = readFileSync(file, 'utf8');
  const end = /^utterances:/m.exec(text);
  if (end) {
    try {
      const quick = METADATA.safeParse(load(text.slice(0, end.index)));
      if (quick.success) return quick.data;
    } catch {
      // The slow road below says where the fault is.
    }
  }
  const { utterances, ...metadata } = readYaml(file, name, measureFile);
  void utterances;
  return metadata;
}
