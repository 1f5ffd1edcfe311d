import type { Explain } from '../domain/understanding/explain';
import type { Explanation, Understanding } from '../domain/understanding/understanding';

/** Why a message was understood as it was: the labels that an operator acts on, each with the words that spoke for it. */
export function createExplainMessage(
  explain: Explain,
): (text: string, understanding: Understanding) => readonly Explanation[] {
  return (text, { scope, measures, danger, urgency, act }) => {
    const [first] = measures;
    const labels = [
      ...(danger === 'none' ? [] : [`danger:${danger}`]),
      ...(danger === 'none' && urgency !== 'normal' ? [`urgency:${urgency}`] : []),
      ...(scope === 'measure' && first ? [`measure:${first.id}`] : []),
      ...(scope === 'chat' || act === 'other' ? [] : [`act:${act}`]),
    ];
    return labels
      .map((label) => ({ ...explain(text, label), label: label.slice(label.indexOf(':') + 1) }))
      .filter(({ spans }) => spans.length > 0);
  };
}
