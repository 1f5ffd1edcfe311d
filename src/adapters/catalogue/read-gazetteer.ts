import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { createGazetteer, type Gazetteer } from '../../domain/routing/gazetteer';
import { gazetteerFile, otherRegionsFile } from '../../domain/routing/gazetteer-file';
import { CatalogueError } from './read-yaml';

/** `data/gazetteer/inner-mongolia.json` and `other-regions.json`, both made by `npm run build-gazetteer`. */
export function readGazetteer(root: string): Gazetteer {
  const read = <S extends z.ZodType>(file: string, schema: S): z.infer<S> => {
    const name = `data/gazetteer/${file}`;
    const cure = 'run `npm run build-gazetteer` to make it anew';
    let data: unknown;
    try {
      data = JSON.parse(readFileSync(join(root, name), 'utf8'));
    } catch (error) {
      const fault = error instanceof SyntaxError ? 'not valid JSON' : 'cannot be read';
      throw new CatalogueError([{ file: name, line: 0, fault: `${fault}; ${cure}` }]);
    }
    const parsed = schema.safeParse(data);
    if (parsed.success) return parsed.data;
    throw new CatalogueError(
      parsed.error.issues.map((issue) => ({
        file: name,
        line: 0,
        fault: `${issue.path.join('.') || 'the file'}: ${issue.message}; ${cure}`,
      })),
    );
  };
  return createGazetteer(
    read('inner-mongolia.json', gazetteerFile),
    read('other-regions.json', otherRegionsFile),
  );
}
