import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  readConversationParts,
  readUnderstand,
  type ConversationParts,
} from '../../scripts/local-conversation';
import { readTrainingData } from '../../scripts/read-training-data';
import { createUnderstand } from '../../src/domain/understanding/create-understand';
import { encodeModel } from '../../src/domain/understanding/model/message-model';
import { trainModel } from '../../src/domain/understanding/training/train-model';
import type { Understand } from '../../src/domain/understanding/understanding';
import { projectRoot } from '../../src/project-root';

/** The real catalogue, gazetteer and model: the built one, or one trained here where none of this version was built yet. */
export function storyParts(): ConversationParts {
  const root = projectRoot();
  return readConversationParts(
    root,
    existsSync(join(root, 'dist', 'model.bin')) ? built(root) : trained(root),
  );
}

function built(root: string): Understand {
  try {
    return readUnderstand(root);
  } catch (fault) {
    if (!(fault instanceof RangeError)) throw fault;
    return trained(root);
  }
}

function trained(root: string): Understand {
  return createUnderstand(encodeModel(trainModel(readTrainingData(join(root, 'intents')))));
}
