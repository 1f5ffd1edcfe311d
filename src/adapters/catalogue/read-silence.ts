import { join } from 'node:path';
import { silenceFile, type SilenceRules } from '../../domain/silence/silence-rules';
import { readYaml } from './read-yaml';

/** `data/silence.yml`. */
export function readSilence(root: string): SilenceRules {
  return readYaml(join(root, 'data/silence.yml'), 'data/silence.yml', silenceFile);
}
