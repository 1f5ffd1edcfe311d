import { understandWith } from '../../../src/domain/understanding/create-understand';
import { trainModel } from '../../../src/domain/understanding/training/train-model';
import type { Understand } from '../../../src/domain/understanding/understanding';
import { readTrainingData } from '../../read-training-data';
import { OUT_OF_SCOPE, type Peer } from './peer';

const NOW = new Date('2026-11-24T08:00:00Z');

/** Ours, with everything it does besides: all axes, danger, entities. It is trained on the same utterances with all their labels. */
export function createOurs(): Peer {
  let understand: Understand | undefined;
  return {
    train: () => {
      understand = understandWith(trainModel(readTrainingData()));
    },
    guess: (text) => {
      const understood = understand?.(text, NOW);
      return understood?.scope === 'measure' ? (understood.measures[0]?.id ?? '') : OUT_OF_SCOPE;
    },
  };
}
