import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Measure } from '../../domain/measures/measure';
import type { MeasureCode } from '../../domain/understanding/labels';
import { wordingFile, type DialogCatalogue } from '../../domain/dialogs/catalogue';
import {
  dialogFile,
  fragmentFile,
  type Dialog,
  type DialogFile,
  type Step,
} from '../../domain/dialogs/dialog-file';
import {
  papersFile,
  prescreenFile,
  type PrescreenFile,
  type Prescreens,
} from '../../domain/prescreen/prescreen-file';
import { inspectCatalogue } from '../../domain/dialogs/inspect-catalogue';
import { slotsFile } from '../../domain/slots/slot';
import { CatalogueError, readYaml, type CatalogueFault } from './read-yaml';

/**
 * Reads dialogs/ below `root`, puts the fragments in their places and inspects the whole; any fault throws a
 * CatalogueError that names file, line and cure.
 */
export function readDialogs(root: string, measures: ReadonlyMap<MeasureCode, Measure>): DialogCatalogue {
  const faults: CatalogueFault[] = [];
  const read = <T>(job: () => T): T | undefined => {
    try {
      return job();
    } catch (fault) {
      if (!(fault instanceof CatalogueError)) throw fault;
      faults.push(...fault.faults);
      return undefined;
    }
  };
  const folder = join(root, 'dialogs');
  const slots = read(() => readYaml(join(folder, 'slots.yml'), 'dialogs/slots.yml', slotsFile)) ?? {};
  const wording = read(() => readYaml(join(folder, 'wording.yml'), 'dialogs/wording.yml', wordingFile)) ?? {};
  const fragments = new Map<string, readonly Step[]>();
  for (const name of yamlIn(join(folder, 'fragments'))) {
    const fragment = read(() =>
      readYaml(join(folder, 'fragments', name), `dialogs/fragments/${name}`, fragmentFile),
    );
    if (fragment && nameFits(fragment.id, name, `dialogs/fragments/${name}`, faults))
      fragments.set(fragment.id, fragment.steps);
  }
  const dialogs = new Map<string, Dialog>();
  for (const name of yamlIn(folder).filter((one) => !['slots.yml', 'wording.yml'].includes(one))) {
    const dialog = read(() => readYaml(join(folder, name), `dialogs/${name}`, dialogFile));
    if (!dialog || !nameFits(dialog.id, name, `dialogs/${name}`, faults)) continue;
    dialogs.set(dialog.id, { ...dialog, steps: expand(dialog, fragments, `dialogs/${name}`, faults) });
  }
  const prescreens = readPrescreens(root, read, faults);
  if (faults.length > 0) throw new CatalogueError(faults);
  const catalogue: DialogCatalogue = {
    dialogs,
    slots: new Map(Object.entries(slots)),
    wording: new Map(
      Object.entries(wording).map(([key, said]) => [key, Array.isArray(said) ? said : [said]]),
    ),
    measures,
    prescreens,
  };
  const found = inspectCatalogue(catalogue);
  if (found.length > 0)
    throw new CatalogueError(
      found.map(({ file, near, fault }) => ({ file, line: lineWith(join(root, file), near), fault })),
    );
  return catalogue;
}

function readPrescreens(
  root: string,
  read: <T>(job: () => T) => T | undefined,
  faults: CatalogueFault[],
): Prescreens {
  const folder = join(root, 'dialogs', 'prescreen');
  const papers =
    read(() => readYaml(join(folder, 'papers.yml'), 'dialogs/prescreen/papers.yml', papersFile)) ?? {};
  const byMeasure = new Map<string, PrescreenFile>();
  for (const name of yamlIn(folder).filter((one) => one !== 'papers.yml')) {
    const file = read(() => readYaml(join(folder, name), `dialogs/prescreen/${name}`, prescreenFile));
    if (file && nameFits(file.measure, name, `dialogs/prescreen/${name}`, faults))
      byMeasure.set(file.measure, file);
  }
  return { byMeasure, papers: new Map(Object.entries(papers)) };
}

/** Line of the first occurrence; 1 where the text is wrapped or the file is missing. */
function lineWith(file: string, near: string | undefined): number {
  if (near === undefined || !existsSync(file)) return 1;
  return (
    readFileSync(file, 'utf8')
      .split('\n')
      .findIndex((line) => line.includes(near)) + 1 || 1
  );
}

function yamlIn(folder: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.yml'))
        .sort()
    : [];
}

function nameFits(id: string, name: string, file: string, faults: CatalogueFault[]): boolean {
  if (`${id}.yml` === name) return true;
  faults.push({
    file,
    line: 1,
    fault: `id: is "${id}", but the file is called ${name}; give both the same name`,
  });
  return false;
}

function expand(
  dialog: DialogFile,
  fragments: ReadonlyMap<string, readonly Step[]>,
  file: string,
  faults: CatalogueFault[],
): Dialog['steps'] {
  return dialog.steps.flatMap((step): Dialog['steps'] => {
    if (!('use' in step)) return [step];
    const steps = fragments.get(step.use);
    if (!steps) {
      faults.push({
        file,
        line: 0,
        fault: `use: there is no dialogs/fragments/${step.use}.yml; write it or correct the name`,
      });
      return [];
    }
    return steps.flatMap((inner) => {
      if ('use' in inner) {
        faults.push({
          file: `dialogs/fragments/${step.use}.yml`,
          line: 0,
          fault: 'use: a fragment may not use another; put its steps here',
        });
        return [];
      }
      return [
        step.when === undefined
          ? inner
          : {
              ...inner,
              when: inner.when === undefined ? step.when : { any: [step.when], not: { not: inner.when } },
            },
      ];
    });
  });
}
