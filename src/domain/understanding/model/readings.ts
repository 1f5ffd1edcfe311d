import { AXES, AXIS_START, type Axis } from './axes';

/** The numbers of one message from which calibration and decision start; the same in training and in use. */
export interface Margins {
  readonly whole: Float32Array;
  readonly best: Float32Array;
}

/** Score of each measure: the whole text, with a share of its best stretch. */
export function measureScores({ whole, best }: Margins, mix: number, into: Float32Array): Float32Array {
  const start = AXIS_START.measure;
  for (let index = 0; index < AXES.measure.length; index += 1) {
    into[index] = (1 - mix) * whole[start + index]! + mix * best[start + index]!;
  }
  return into;
}

/** The label with the highest margin on an axis (its index). */
export function bestOf({ whole }: Margins, axis: Axis, from = 0): number {
  const start = AXIS_START[axis];
  let best = from;
  for (let index = from + 1; index < AXES[axis].length; index += 1) {
    if (whole[start + index]! > whole[start + best]!) best = index;
  }
  return best;
}

/** Lead of one label over the best other of its axis. */
export function leadOf({ whole }: Margins, axis: Axis, label: number): number {
  const start = AXIS_START[axis];
  let other = -Infinity;
  for (let index = 0; index < AXES[axis].length; index += 1) {
    if (index !== label && whole[start + index]! > other) other = whole[start + index]!;
  }
  return whole[start + label]! - other;
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

/** The point of scope: lead of `measure`, the best measure score, the share of known features. */
export function scopePoint(margins: Margins, topScore: number, known: number): [number, number, number] {
  return [leadOf(margins, 'scope', AXES.scope.indexOf('measure')), topScore, known];
}
