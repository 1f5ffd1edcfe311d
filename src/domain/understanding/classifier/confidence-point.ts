import type { NearestFinder } from '../model/nearest';
import type { Scorer } from '../model/scorer';

/**
 * What tells a text of some label from a stranger: the best margin, its lead over the second, the cosine to the nearest
 * training text, the share of known features, and margin × cosine. `scorer` has just scored the text.
 */
export function confidencePoint(
  scorer: Scorer,
  finder: NearestFinder,
  labels: number,
): { readonly top: number; readonly point: readonly number[] } {
  let top = 0;
  let second = -Infinity;
  for (let label = 1; label < labels; label += 1) {
    const margin = scorer.whole[label]!;
    if (margin > scorer.whole[top]!) {
      second = scorer.whole[top]!;
      top = label;
    } else if (margin > second) second = margin;
  }
  const margin = scorer.whole[top]!;
  const { similarity } = finder.find(scorer.present, scorer.presentCount);
  return { top, point: [margin, margin - second, similarity, scorer.known, margin * similarity] };
}
