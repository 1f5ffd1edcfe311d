import { FeatureReader, type FeatureOptions } from '../features/feature-reader';
import { isWordKey } from '../features/hash';
import type { LinearModel } from '../model/linear-model';
import { probability, type Logistic } from '../model/logistic';
import { NearestFinder, type NearestIndex } from '../model/nearest';
import { Scorer } from '../model/scorer';
import { buildNearest } from '../training/build-nearest';
import { fitLogistic } from '../training/fit-logistic';
import { quantise } from '../training/quantise';
import { createRandom, shuffle } from '../training/shuffle';
import { buildSparseRows, type SparseRows } from '../training/sparse-rows';
import { trainLinear, type LinearOptions, type LinearWeights } from '../training/train-linear';
import { confidencePoint } from './confidence-point';

/** A text and its label; the label `oos` marks what no label fits. */
export interface LabelledText {
  readonly text: string;
  readonly label: string;
}

/** A classifier of any texts into any labels, which knows when it does not know. */
export interface TextClassifier {
  readonly labels: readonly string[];
  readonly linear: LinearModel;
  readonly nearest: NearestIndex;
  /** Probability that a text belongs to one of the labels, over the point of confidence. */
  readonly inside: Logistic;
  readonly insideFrom: number;
}

export const OUT_OF_SCOPE = 'oos';
/** Features of texts in any language: words and pairs, letters 2–5, Han characters 1–3. */
export const TEXT_FEATURES: FeatureOptions = {
  han: 3,
  letters: 5,
  shortWords: true,
  sounds: 0,
};
/** A word weighs more than the letters it is made of. */
const WORD_WEIGHT = 1.75;
const SOLVER: LinearOptions = { cost: 1, positive: 1, epochs: 30, tolerance: 0.1 };
const NEAREST_MOST = 300;
/** One row in this many is held out to learn when to refuse, and one label in this many plays the stranger. */
const HELD_OUT = 6;
const STRANGERS = 8;
/** Of the right answers on held-out rows at most this share may be refused. */
const GIVEN_UP = 0.007;

const boost = (key: number): number => (isWordKey(key) ? WORD_WEIGHT : 1);

/** Trains on labelled texts. The order of the rows does not matter. Throws a RangeError with fewer than two labels. */
export function trainClassifier(data: readonly LabelledText[]): TextClassifier {
  const inside = data.filter(({ label }) => label !== OUT_OF_SCOPE);
  const strangers = data.filter(({ label }) => label === OUT_OF_SCOPE);
  const labels = [...new Set(inside.map(({ label }) => label))].sort();
  if (labels.length < 2) throw new RangeError('at least two labels are needed');
  const reader = new FeatureReader(TEXT_FEATURES);
  const rows = buildSparseRows(
    reader,
    inside.map(({ text }) => text),
    1,
    boost,
  );
  const numbers = new Map(labels.map((label, index) => [label, index]));
  const labelOf = Int32Array.from(inside, ({ label }) => numbers.get(label)!);
  const refusal = learnRefusal(reader, rows, inside, labelOf, labels.length, strangers);
  const learnt = labels.map((_, label) =>
    trainLinear(rows, signs(labelOf, label), SOLVER, refusal.alphas[label]),
  );
  return {
    labels,
    linear: quantise(rows, learnt),
    nearest: buildNearest(rows, NEAREST_MOST),
    inside: refusal.curve,
    insideFrom: refusal.from,
  };
}

function signs(labelOf: Int32Array, label: number, leftOut?: Uint8Array): Int8Array {
  return Int8Array.from(labelOf, (own, row) => (leftOut?.[row] === 1 ? 0 : own === label ? 1 : -1));
}

/**
 * Learns when to refuse: trains without the held-out rows and, where the data hold no strangers of their own, without
 * some of the labels, whose rows then are the strangers. The training of the whole starts from what was learnt here.
 */
function learnRefusal(
  reader: FeatureReader,
  rows: SparseRows,
  inside: readonly LabelledText[],
  labelOf: Int32Array,
  count: number,
  strangers: readonly LabelledText[],
): { curve: Logistic; from: number; alphas: (Float64Array | undefined)[] } {
  const order = Int32Array.from(inside, (_, row) => row);
  shuffle(order, order.length, createRandom(7));
  const unknownLabel = (label: number) =>
    strangers.length < 30 && count >= STRANGERS * 2 && label % STRANGERS === 3;
  const leftOut = new Uint8Array(inside.length);
  order.forEach((row, place) => {
    if (place % HELD_OUT === 0 || unknownLabel(labelOf[row]!)) leftOut[row] = 1;
  });
  const idle: LinearWeights = {
    weights: new Float32Array(rows.width),
    bias: -1,
    alphas: new Float64Array(0),
  };
  const learnt = Array.from({ length: count }, (_, label) =>
    unknownLabel(label) ? idle : trainLinear(rows, signs(labelOf, label, leftOut), SOLVER),
  );
  const kept = new Uint8Array(rows.width);
  for (let row = 0; row < rows.count; row += 1) {
    if (leftOut[row] === 0)
      for (let at = rows.offsets[row]!; at < rows.offsets[row + 1]!; at += 1) kept[rows.features[at]!] = 1;
  }
  const scorer = new Scorer(quantise(rows, learnt, kept), reader);
  const finder = new NearestFinder(buildNearest(rows, NEAREST_MOST, leftOut), rows.idf);
  const points: (readonly number[])[] = [];
  const known: number[] = [];
  const right: boolean[] = [];
  const judge = (text: string, label: number | undefined) => {
    scorer.score(text);
    const { top, point } = confidencePoint(scorer, finder, count);
    points.push(point);
    known.push(label === undefined ? 0 : 1);
    right.push(top === label);
  };
  leftOut.forEach((left, row) => {
    if (left === 1) judge(inside[row]!.text, unknownLabel(labelOf[row]!) ? undefined : labelOf[row]);
  });
  for (const { text } of strangers) judge(text, undefined);
  const curve =
    known.includes(0) && known.includes(1)
      ? fitLogistic(points, known)
      : { bias: 0, weights: [4, 2, 2, 1, 1] };
  const p = points.map((point) => probability(curve, ...point));
  const rightP = p.filter((_, index) => right[index]).sort((a, b) => a - b);
  return {
    curve,
    from: rightP[Math.floor(GIVEN_UP * rightP.length)] ?? 0,
    alphas: learnt.map(({ alphas }) => (alphas.length > 0 ? alphas : undefined)),
  };
}
