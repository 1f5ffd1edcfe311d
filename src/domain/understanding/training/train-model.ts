import type { DangerRules } from '../danger/danger-rules';
import type { Vocabulary } from '../features/concepts';
import type { Sounds } from '../features/sounds';
import { createFeatureSet } from '../features/feature-set';
import { AXES, AXIS_NAMES, AXIS_START, type Axis } from '../model/axes';
import type { MessageModel } from '../model/message-model';
import { NearestFinder } from '../model/nearest';
import { Scorer } from '../model/scorer';
import { buildNearest } from './build-nearest';
import { calibrate, type HeldOut } from './calibrate';
import { teaches, type Example } from './example';
import { quantise } from './quantise';
import { buildSparseRows, type SparseRows } from './sparse-rows';
import { trainLinear, type LinearOptions, type LinearWeights } from './train-linear';

export interface TrainingData {
  readonly examples: readonly Example[];
  readonly vocabulary: Vocabulary;
  readonly sounds: Sounds;
  readonly rules: DangerRules;
  /** Hash of all of the above, kept in the model. */
  readonly hash: string;
}

const SOLVER: LinearOptions = { cost: 1, positive: 1, epochs: 8, tolerance: 0.3 };
/** Warm-started solvers of the folds have little left to do. */
const FOLD_SOLVER: LinearOptions = { ...SOLVER, epochs: 3, aside: 0.2 };
/** Features of fewer texts than this are left out. */
const LEAST_TEXTS = 2;
const FOLDS = 3;
/** Power of the imbalance by which a rare label weighs more. */
const RARE = 0.4;
/** Features of more texts than this do not tell which text is nearest. */
const NEAREST_MOST = 8;

/**
 * Trains all axes and fits the calibration on held-out authors. Deterministic: the same data give the same model to
 * the bit, whatever the order of the files' lines says about labels.
 */
export function trainModel({ examples, vocabulary, sounds, rules, hash }: TrainingData): MessageModel {
  const { reader, boost } = createFeatureSet(vocabulary, sounds, rules);
  const texts = examples.map(({ text }) => text);
  const rows = buildSparseRows(reader, texts, LEAST_TEXTS, boost);
  const signs = AXIS_NAMES.flatMap((axis) => AXES[axis].map((label) => signsOf(examples, axis, label)));
  const learnt = signs.map((sign) => trainLinear(rows, sign, SOLVER));
  const scopeOfText = Uint8Array.from(examples, ({ scope }) => AXES.scope.indexOf(scope));
  // Plain answers have no scope of their own to be near to.
  const skipped = Uint8Array.from(examples, (example) => (teaches(example, 'scope') ? 0 : 1));
  const heldOut = crossFit(
    rows,
    examples,
    signs,
    learnt,
    scopeOfText,
    skipped,
    (linear) => new Scorer(linear, reader),
  );
  return {
    data: hash,
    linear: quantise(rows, learnt),
    calibration: calibrate(examples, heldOut),
    nearest: buildNearest(rows, NEAREST_MOST, skipped),
    scopeOfText,
    texts: texts.map((text) => text.replaceAll('\n', ' ')),
    vocabulary,
    sounds,
    rules,
  };
}

const isMeasure = (place: number) => place < AXIS_START.measure + AXES.measure.length;

/**
 * For the folds rare labels of the lesser axes weigh more. For the model itself they do not: there it trades near misses
 * and general matters for referrals (measured in docs/decisions/0007).
 */
function trainLabel(
  rows: SparseRows,
  ofMeasure: boolean,
  signs: Int8Array,
  solver: LinearOptions,
  start?: Float64Array,
): LinearWeights {
  if (ofMeasure) return trainLinear(rows, signs, solver, start);
  let has = 0;
  let hasNot = 0;
  for (const sign of signs) {
    if (sign > 0) has += 1;
    else if (sign < 0) hasNot += 1;
  }
  return trainLinear(
    rows,
    signs,
    { ...solver, positive: Math.max(1, hasNot / Math.max(has, 1)) ** RARE },
    start,
  );
}

/** 1 has the label, −1 has it not, 0 says nothing about it. */
export function signsOf(examples: readonly Example[], axis: Axis, label: string): Int8Array {
  const signs = new Int8Array(examples.length);
  examples.forEach((example, row) => {
    if (!teaches(example, axis)) return;
    if (axis === 'measure') {
      const has = example.measures.some((code) => code === label);
      signs[row] = has ? 1 : example.accept.some((code) => code === label) ? 0 : -1;
    } else if (axis === 'department') {
      signs[row] = example.department === label ? 1 : -1;
    } else signs[row] = example[axis] === label ? 1 : -1;
  });
  return signs;
}

/** The number of an example's fold; all that one author of one file says lies in one fold. */
export function foldOf(example: Example, folds: number): number {
  let hash = 7;
  for (const letter of `${example.author}|${example.file}`)
    hash = (Math.imul(hash, 31) + letter.codePointAt(0)!) >>> 0;
  return ((hash ^ (hash >>> 13)) >>> 0) % folds;
}

/** Which features the rows inside hold: what only the held-out authors say must be as unknown as it will be in use. */
function featuresOf(rows: SparseRows, outside: readonly boolean[]): Uint8Array {
  const kept = new Uint8Array(rows.width);
  for (let row = 0; row < rows.count; row += 1) {
    if (outside[row]) continue;
    for (let at = rows.offsets[row]!; at < rows.offsets[row + 1]!; at += 1) kept[rows.features[at]!] = 1;
  }
  return kept;
}

/** Margins of every example from models that have not seen its author. */
function crossFit(
  rows: SparseRows,
  examples: readonly Example[],
  labelSigns: readonly Int8Array[],
  learnt: readonly LinearWeights[],
  scopeOfText: Uint8Array,
  skipped: Uint8Array,
  scorerOf: (linear: ReturnType<typeof quantise>) => Scorer,
): HeldOut[] {
  const held = new Array<HeldOut>(examples.length);
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const outside = examples.map((example) => foldOf(example, FOLDS) === fold);
    const refitted = labelSigns.map((sign, place) => {
      const signs = sign.slice();
      const start = learnt[place]!.alphas.slice();
      outside.forEach((held, row) => {
        if (held) signs[row] = start[row] = 0;
      });
      return trainLabel(rows, isMeasure(place), signs, FOLD_SOLVER, start);
    });
    const scorer = scorerOf(quantise(rows, refitted, featuresOf(rows, outside)));
    const finder = new NearestFinder(
      buildNearest(
        rows,
        NEAREST_MOST,
        Uint8Array.from(outside, (held, row) => (held ? 1 : skipped[row]!)),
      ),
      rows.idf,
      scopeOfText,
    );
    examples.forEach((example, row) => {
      if (!outside[row]) return;
      scorer.score(example.text);
      const { byGroup } = finder.find(scorer.present, scorer.presentCount);
      held[row] = {
        whole: scorer.whole.slice(),
        best: scorer.best.slice(),
        known: scorer.known,
        nearest: byGroup.slice(),
      };
    });
  }
  return held;
}
