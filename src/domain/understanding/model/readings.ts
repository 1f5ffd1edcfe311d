import { AXES, AXIS_START, type Axis } from './axes';
import { probability, type Logistic } from './logistic';

/** The numbers of one message from which calibration and decision start; the same in training and in use. */
export interface Margins {
  readonly whole: Float32Array;
  readonly best: Float32Array;
}

/** What the best stretch may add to a further need never lifts it over the first, which the whole text decides. */
const BELOW_FIRST = 1e-3;

/** Score of each measure: the first by the whole text, the others with a share of their best stretch. */
export function measureScores({ whole, best }: Margins, mix: number, into: Float32Array): Float32Array {
  const start = AXIS_START.measure;
  let top = 0;
  for (let index = 1; index < AXES.measure.length; index += 1)
    if (whole[start + index]! > whole[start + top]!) top = index;
  const limit = whole[start + top]! - BELOW_FIRST;
  for (let index = 0; index < AXES.measure.length; index += 1) {
    const mixed = (1 - mix) * whole[start + index]! + mix * best[start + index]!;
    into[index] = index === top ? whole[start + top]! : Math.min(mixed, limit);
  }
  return into;
}

/** The likeliest label of an axis (its index), from `from` on. */
export function bestOf({ whole }: Margins, axis: Axis, labels: readonly Logistic[], from = 0): number {
  const start = AXIS_START[axis];
  let best = from;
  let highest = -1;
  for (let index = from; index < AXES[axis].length; index += 1) {
    const p = probability(labels[start + index]!, whole[start + index]!);
    if (p > highest) {
      highest = p;
      best = index;
    }
  }
  return best;
}

/** The point of danger: margin of `none`, the best other margin, the best stretch of any other. */
export function dangerPoint({ whole, best }: Margins): [number, number, number] {
  const start = AXIS_START.danger;
  let other = -Infinity;
  let stretch = -Infinity;
  for (let index = 1; index < AXES.danger.length; index += 1) {
    other = Math.max(other, whole[start + index]!);
    stretch = Math.max(stretch, best[start + index]!);
  }
  return [whole[start]!, other, stretch];
}

/** The point of urgency: margin of `normal`, the best other margin. */
export function urgencyPoint({ whole }: Margins): [number, number] {
  const start = AXIS_START.urgency;
  const normal = AXES.urgency.indexOf('normal');
  return [whole[start + normal]!, Math.max(whole[start]!, whole[start + 1]!)];
}

/**
 * The point of scope: the margin of each scope, the best measure, the best department, the share of known features, and
 * the cosine to the nearest training text of each scope.
 */
export function scopePoint(
  { whole }: Margins,
  topScore: number,
  known: number,
  nearest: ArrayLike<number>,
): readonly number[] {
  const scopes = AXIS_START.scope;
  const departments = AXIS_START.department;
  let department = -Infinity;
  for (let index = 0; index < AXES.department.length; index += 1) {
    department = Math.max(department, whole[departments + index]!);
  }
  const point = [topScore, department, known];
  for (let index = 0; index < AXES.scope.length; index += 1)
    point.push(whole[scopes + index]!, nearest[index] ?? 0);
  return point;
}
