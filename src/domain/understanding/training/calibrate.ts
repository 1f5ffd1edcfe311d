import { AXES, AXIS_NAMES, AXIS_START, type Axis } from '../model/axes';
import { probability, type Logistic } from '../model/logistic';
import type { Calibration } from '../model/message-model';
import { dangerPoint, measureScores, scopePoint, urgencyPoint, type Margins } from '../model/readings';
import { teaches, type Example } from './example';
import { fitLogistic } from './fit-logistic';

/** Margins of an example from a model that has not seen its author. */
export interface HeldOut extends Margins {
  readonly known: number;
  /** Cosine to the nearest text of each scope. */
  readonly nearest: ArrayLike<number>;
}

const MIX = 0.3;
/**
 * Share of the held-out messages about measures that is kept. The corpus is harder than what a hotline hears: where 84 of
 * its 100 are kept, about 98 of 100 others are, and 96 of 100 that no measure fits are refused.
 */
const KEEP = 0.84;

/** Fits all curves and thresholds. */
export function calibrate(examples: readonly Example[], heldOut: readonly HeldOut[]): Calibration {
  const needPoints: number[][] = [];
  const needHits: number[] = [];
  const scoped: Example[] = [];
  const scopePoints: (readonly number[])[] = [];
  const dangerPoints: number[][] = [];
  const urgentPoints: number[][] = [];
  const tops: { score: number; lead: number; right: number; row: number }[] = [];
  const scores = new Float32Array(AXES.measure.length);
  examples.forEach((example, row) => {
    const held = heldOut[row]!;
    measureScores(held, MIX, scores);
    const order = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!);
    const [first, second] = [scores[order[0]!]!, scores[order[1]!]!];
    dangerPoints.push(dangerPoint(held));
    urgentPoints.push(urgencyPoint(held));
    if (!teaches(example, 'scope')) return;
    scoped.push(example);
    scopePoints.push(scopePoint(held, first, held.known, held.nearest));
    if (example.scope !== 'measure') return;
    // Beyond the eighth guess all are alike: the curve is fitted where it matters.
    for (const index of order.slice(0, 8)) {
      const code = AXES.measure[index]!;
      needPoints.push([scores[index]!, scores[index]! - (index === order[0] ? second : first)]);
      needHits.push(example.measures.includes(code) || example.accept.includes(code) ? 1 : 0);
    }
    tops.push({
      score: first,
      lead: first - second,
      right: example.accept.includes(AXES.measure[order[0]!]!) ? 1 : 0,
      row: scoped.length - 1,
    });
  });
  const scopes = AXES.scope.map((label) =>
    fitLogistic(
      scopePoints,
      scoped.map(({ scope }) => (scope === label ? 1 : 0)),
    ),
  );
  const insideP = scopePoints.map((point) => probability(scopes[AXES.scope.indexOf('measure')]!, ...point));
  return {
    mix: MIX,
    need: fitLogistic(needPoints, needHits),
    labels: AXIS_NAMES.flatMap((axis) =>
      AXES[axis].map((label, index) => labelCurve(examples, heldOut, axis, label, index)),
    ),
    scopes,
    inScopeFrom: quantile(
      insideP.filter((_, row) => scoped[row]!.scope === 'measure'),
      1 - KEEP,
    ),
    sure: fitLogistic(
      tops.map(({ score, lead, row }) => [score, lead, insideP[row]!]),
      tops.map(({ right }) => right),
    ),
    danger: fitLogistic(
      dangerPoints,
      examples.map((example) => (example.danger === 'none' ? 0 : 1)),
    ),
    dangerFrom: 0.25,
    urgent: fitLogistic(
      urgentPoints,
      examples.map((example) => (example.urgency === 'normal' ? 0 : 1)),
    ),
    urgentFrom: 0.5,
  };
}

const UNUSED: Logistic = { bias: 0, weights: [0] };

function labelCurve(
  examples: readonly Example[],
  heldOut: readonly HeldOut[],
  axis: Axis,
  label: string,
  index: number,
): Logistic {
  if (axis === 'measure' || axis === 'scope') return UNUSED;
  const place = AXIS_START[axis] + index;
  const rows = examples
    .map((_, row) => row)
    .filter(
      (row) =>
        teaches(examples[row]!, axis) && (axis !== 'department' || examples[row]!.scope === 'referral'),
    );
  if (rows.length === 0) return UNUSED;
  return fitLogistic(
    rows.map((row) => [heldOut[row]!.whole[place]!]),
    rows.map((row) => (examples[row]![axis] === label ? 1 : 0)),
  );
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(share * sorted.length)] ?? 0.5;
}
