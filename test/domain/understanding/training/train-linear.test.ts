import { FeatureReader } from '../../../../src/domain/understanding/features/feature-reader';
import { buildSparseRows } from '../../../../src/domain/understanding/training/sparse-rows';
import { trainLinear } from '../../../../src/domain/understanding/training/train-linear';

const reader = new FeatureReader({ han: 2, letters: 4, shortWords: true, sounds: 0 });
const texts = ['煤没了', '没煤烧', '要一吨煤', '路灯坏了', '修路', '门口修路'];
const rows = buildSparseRows(reader, texts, 1);
const signs = Int8Array.from([1, 1, 1, -1, -1, -1]);
const options = { cost: 1, positive: 1, epochs: 50, tolerance: 0.01 };

function margins({ weights, bias }: { weights: Float32Array; bias: number }): number[] {
  return texts.map((_, row) => {
    let margin = bias;
    for (let at = rows.offsets[row]!; at < rows.offsets[row + 1]!; at += 1)
      margin += weights[rows.features[at]!]! * rows.values[at]!;
    return margin;
  });
}

test('rows have unit length and features are numbered from the most frequent', () => {
  for (let row = 0; row < rows.count; row += 1) {
    const squares = rows.values
      .subarray(rows.offsets[row], rows.offsets[row + 1])
      .reduce((sum, value) => sum + value * value, 0);
    expect(squares).toBeCloseTo(1, 5);
  }
});

test('what can be told apart is told apart, the same way every time', () => {
  const learnt = trainLinear(rows, signs, options);
  margins(learnt).forEach((margin, row) => expect(Math.sign(margin)).toBe(signs[row]));
  expect(trainLinear(rows, signs, options).weights).toEqual(learnt.weights);
});

test('a warm start comes to the same optimum, and rows of sign 0 do not count', () => {
  const learnt = trainLinear(rows, signs, options);
  const warm = trainLinear(rows, signs, options, learnt.alphas);
  margins(warm).forEach((margin, row) => expect(margin).toBeCloseTo(margins(learnt)[row]!, 1));
  expect(trainLinear(rows, Int8Array.from([1, 1, 0, -1, -1, -1]), options).alphas[2]).toBe(0);
});
