import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { pinyin } from 'pinyin-pro';
import { readExamples } from '../src/adapters/catalogue/read-intents-examples';
import { readVocabulary, readDangerRules } from '../src/adapters/catalogue/read-intents-vocabulary';
import type { Sounds } from '../src/domain/understanding/features/sounds';
import type { TrainingData } from '../src/domain/understanding/training/train-model';

/** Raised when the trainer changes what it makes of the same data. */
const TRAINER_VERSION = 6;

/** The project's folder, seen from dist/scripts. */
export const PROJECT = join(__dirname, '..', '..');

/** Reads everything that the model is trained from. Throws a CatalogueError on faulty files. */
export function readTrainingData(intents: string = join(PROJECT, 'intents')): TrainingData {
  const examples = readExamples(intents);
  const vocabulary = readVocabulary(intents);
  const rules = readDangerRules(intents);
  const labels = examples.map(({ line, ...labelled }) => (void line, labelled));
  const hash = createHash('sha256')
    .update(JSON.stringify([TRAINER_VERSION, labels, vocabulary, rules]))
    .digest('hex');
  return { examples, vocabulary, rules, sounds: readSounds(), hash };
}

/** Toneless syllables of the common Han characters, from pinyin-pro; only building needs that package. */
export function readSounds(): Sounds {
  const first = 0x4e00;
  const ofCode = new Uint16Array(0x9fff - first + 1);
  const spellings = [''];
  const numbers = new Map<string, number>();
  for (let code = first; code <= 0x9fff; code += 1) {
    const spelling = pinyin(String.fromCharCode(code), { toneType: 'none', v: true });
    if (!/^[a-z]+$/.test(spelling)) continue;
    let number = numbers.get(spelling);
    if (number === undefined) {
      number = spellings.length;
      numbers.set(spelling, number);
      spellings.push(spelling);
    }
    ofCode[code - first] = number;
  }
  return { ofCode, spellings };
}
