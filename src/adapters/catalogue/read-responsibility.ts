import { join } from 'node:path';
import {
  officesFile,
  responsibilityFile,
  type OfficesFile,
  type ResponsibilityFile,
} from '../../domain/routing/responsibility-file';
import { readYaml } from './read-yaml';

/** `data/responsibility.yml`: who is responsible for what, by version and date. */
export function readResponsibility(root: string): ResponsibilityFile {
  return readYaml(join(root, 'data/responsibility.yml'), 'data/responsibility.yml', responsibilityFile);
}

/** `data/offices.yml`: how offices are called. */
export function readOffices(root: string): OfficesFile {
  return readYaml(join(root, 'data/offices.yml'), 'data/offices.yml', officesFile);
}
