/** A logistic curve over a few numbers: p = 1 / (1 + exp(−(bias + Σ weights · x))). */
export interface Logistic {
  readonly bias: number;
  readonly weights: readonly number[];
}

/** The probability that a curve gives to a point. */
export function probability({ bias, weights }: Logistic, ...point: readonly number[]): number {
  let sum = bias;
  for (let at = 0; at < weights.length; at += 1) sum += weights[at]! * point[at]!;
  return 1 / (1 + Math.exp(-sum));
}
