import { AXES } from '../model/axes';
import { probability } from '../model/logistic';
import type { Calibration } from '../model/message-model';
import { dangerPoint, measureScores, scopePoint, urgencyPoint, type Margins } from '../model/readings';
import type { Example } from './example';
import { fitLogistic } from './fit-logistic';

/** Margins of an example from a model that has not seen its author. */
export interface HeldOut extends Margins {
  readonly known: number;
}

const MIX = 0.3;
/** Of the messages about a measure at least this share is kept. */
const KEEP = 0.97;

/** Fits all curves and thresholds. */
export function calibrate(examples: readonly Example[], heldOut: readonly HeldOut[]): Calibration {
  const needPoints: number[][] = [];
  const needHits: number[] = [];
  const scopePoints: number[][] = [];
  const dangerPoints: number[][] = [];
  const urgentPoints: number[][] = [];
  const tops: { score: number; lead: number; right: number; row: number }[] = [];
  const scores = new Float32Array(AXES.measure.length);
  examples.forEach((example, row) => {
    const held = heldOut[row]!;
    measureScores(held, MIX, scores);
    const order = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!);
    const [first, second] = [scores[order[0]!]!, scores[order[1]!]!];
    scopePoints.push(scopePoint(held, first, held.known));
    dangerPoints.push(dangerPoint(held));
    urgentPoints.push(urgencyPoint(held));
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
      row,
    });
  });
  const inScope = fitLogistic(
    scopePoints,
    examples.map(({ scope }) => (scope === 'measure' ? 1 : 0)),
  );
  const insideP = scopePoints.map((point) => probability(inScope, ...point));
  const danger = fitLogistic(
    dangerPoints,
    examples.map((example) => (example.danger === 'none' ? 0 : 1)),
  );
  const urgent = fitLogistic(
    urgentPoints,
    examples.map((example) => (example.urgency === 'normal' ? 0 : 1)),
  );
  return {
    mix: MIX,
    need: fitLogistic(needPoints, needHits),
    inScope,
    inScopeFrom: Math.min(
      0.5,
      quantile(
        insideP.filter((_, row) => examples[row]!.scope === 'measure'),
        1 - KEEP,
      ),
    ),
    sure: fitLogistic(
      tops.map(({ score, lead, row }) => [score, lead, insideP[row]!]),
      tops.map(({ right }) => right),
    ),
    danger,
    dangerFrom: 0.4,
    urgent,
    urgentFrom: 0.5,
  };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(share * sorted.length)] ?? 0.5;
}
