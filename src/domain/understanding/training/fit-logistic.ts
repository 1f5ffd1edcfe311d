import type { Logistic } from '../model/logistic';

/** Fits the curve by Newton's method with a little ridge; `points` are of equal length, `hits` 0 or 1 (or between). */
export function fitLogistic(
  points: readonly (readonly number[])[],
  hits: readonly number[],
  ridge = 1e-3,
): Logistic {
  const size = (points[0]?.length ?? 0) + 1;
  const weights = new Array<number>(size).fill(0);
  for (let round = 0; round < 25; round += 1) {
    const gradient = new Array<number>(size).fill(0);
    const hessian = Array.from({ length: size }, () => new Array<number>(size).fill(0));
    points.forEach((point, index) => {
      let sum = weights[0]!;
      for (let at = 1; at < size; at += 1) sum += weights[at]! * point[at - 1]!;
      const p = 1 / (1 + Math.exp(-sum));
      const slope = Math.max(p * (1 - p), 1e-6);
      for (let a = 0; a < size; a += 1) {
        const xa = a === 0 ? 1 : point[a - 1]!;
        gradient[a]! += (hits[index]! - p) * xa;
        for (let b = 0; b <= a; b += 1) hessian[a]![b]! += slope * xa * (b === 0 ? 1 : point[b - 1]!);
      }
    });
    for (let a = 0; a < size; a += 1) {
      gradient[a]! -= ridge * weights[a]!;
      hessian[a]![a]! += ridge;
      for (let b = a + 1; b < size; b += 1) hessian[a]![b] = hessian[b]![a]!;
    }
    const step = solve(hessian, gradient);
    let largest = 0;
    step.forEach((change, at) => {
      weights[at]! += change;
      largest = Math.max(largest, Math.abs(change));
    });
    if (largest < 1e-6) break;
  }
  return { bias: weights[0]!, weights: weights.slice(1) };
}

/** Solves a small linear system by elimination with pivoting. */
function solve(matrix: number[][], right: readonly number[]): number[] {
  const size = right.length;
  const rows = matrix.map((row, at) => [...row, right[at]!]);
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < size; row += 1)
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    const lead = rows[column]![column]! || 1e-12;
    for (let row = column + 1; row < size; row += 1) {
      const factor = rows[row]![column]! / lead;
      for (let at = column; at <= size; at += 1) rows[row]![at]! -= factor * rows[column]![at]!;
    }
  }
  const solution = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = rows[row]![size]!;
    for (let at = row + 1; at < size; at += 1) sum -= rows[row]![at]! * solution[at]!;
    solution[row] = sum / (rows[row]![row]! || 1e-12);
  }
  return solution;
}
