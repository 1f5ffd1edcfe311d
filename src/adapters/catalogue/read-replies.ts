import { join } from 'node:path';
import { replyFile, type Reply } from '../../domain/suggestions/suggest-replies';
import { readYaml } from './read-yaml';

/** `data/replies.yml`. */
export function readReplies(root: string): readonly Reply[] {
  return readYaml(join(root, 'data/replies.yml'), 'data/replies.yml', replyFile);
}
