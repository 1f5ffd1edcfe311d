import { createRandom, shuffle } from './shuffle';
import type { SparseRows } from './sparse-rows';

export interface LinearOptions {
  /** Cost of an error against the size of the weights; 1 suits rows of unit length. */
  readonly cost: number;
  /** Factor on the cost of the rows that have the label. */
  readonly positive: number;
  readonly epochs: number;
  /** Largest violation of the optimum that ends the training. */
  readonly tolerance: number;
  /**
   * With a warm start: rows that are right by more than this beyond the margin are left aside from the first round on.
   */
  readonly aside?: number;
}

/** What one label is learnt to: margin = weights · row + bias. `alphas` allows a warm start. */
export interface LinearWeights {
  readonly weights: Float32Array;
  readonly bias: number;
  readonly alphas: Float64Array;
}

/**
 * A linear support vector machine with squared hinge loss, by dual coordinate descent with shrinking
 * (Hsieh et al., ICML 2008; the solver behind LinearSVC). `signs[row]` is 1, −1, or 0 for a row that does not count.
 * The order of the rows is shuffled from a fixed seed, so the order of the training file does not matter and the
 * result is the same to the bit.
 */
export function trainLinear(
  rows: SparseRows,
  signs: Int8Array,
  options: LinearOptions,
  start?: Float64Array,
): LinearWeights {
  const { offsets, features, values, count, width } = rows;
  // Half the size of doubles, so that they stay in the cache; the rounding is far below the tolerance.
  const weights = new Float32Array(width);
  const alphas = new Float64Array(count);
  let bias = 0;
  const diagonal = [0.5 / options.cost, 0.5 / (options.cost * options.positive)];
  const order = new Int32Array(count);
  let shrinkAbove = options.aside ?? Infinity;
  let active = 0;
  for (let row = 0; row < count; row += 1) {
    if (signs[row] === 0) continue;
    order[active++] = row;
    const alpha = start?.[row] ?? 0;
    if (alpha === 0) continue;
    alphas[row] = alpha;
    const step = alpha * signs[row]!;
    bias += step;
    for (let at = offsets[row]!; at < offsets[row + 1]!; at += 1)
      weights[features[at]!]! += step * values[at]!;
  }
  const all = active;
  const random = createRandom(20);
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    let highest = -Infinity;
    let lowest = Infinity;
    shuffle(order, active, random);
    for (let index = 0; index < active; index += 1) {
      const row = order[index]!;
      const sign = signs[row]!;
      const from = offsets[row]!;
      const to = offsets[row + 1]!;
      let margin = bias;
      for (let at = from; at < to; at += 1) margin += weights[features[at]!]! * values[at]!;
      const alpha = alphas[row]!;
      const extra = diagonal[sign > 0 ? 1 : 0]!;
      const gradient = sign * margin - 1 + alpha * extra;
      let projected = gradient;
      if (alpha === 0) {
        if (gradient > shrinkAbove) {
          active -= 1;
          order[index] = order[active]!;
          order[active] = row;
          index -= 1;
          continue;
        }
        projected = Math.min(gradient, 0);
      }
      if (projected > highest) highest = projected;
      if (projected < lowest) lowest = projected;
      if (projected > -1e-12 && projected < 1e-12) continue;
      // Rows have unit length, and the bias counts as one more feature of value 1.
      const next = Math.max(alpha - gradient / (2 + extra), 0);
      alphas[row] = next;
      const step = (next - alpha) * sign;
      bias += step;
      for (let at = from; at < to; at += 1) weights[features[at]!]! += step * values[at]!;
    }
    if (highest - lowest <= options.tolerance) {
      if (active === all) break;
      active = all;
      shrinkAbove = Infinity;
      continue;
    }
    shrinkAbove = highest <= 0 ? Infinity : highest;
  }
  return { weights, bias, alphas };
}
