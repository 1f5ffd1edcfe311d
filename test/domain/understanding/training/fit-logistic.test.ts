import { probability } from '../../../../src/domain/understanding/model/logistic';
import { fitLogistic } from '../../../../src/domain/understanding/training/fit-logistic';

test('the fitted curve gives the shares that it was shown', () => {
  const points = Array.from({ length: 400 }, (_, at) => [at % 2]);
  const hits = points.map(([x], at) => (x === 1 ? Number(at % 10 < 8) : Number(at % 10 < 2)));
  const curve = fitLogistic(points, hits);
  expect(probability(curve, 1)).toBeCloseTo(0.8, 1);
  expect(probability(curve, 0)).toBeCloseTo(0.2, 1);
});
