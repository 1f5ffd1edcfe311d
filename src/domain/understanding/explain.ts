import { createFeatureSet } from './features/feature-set';
import { AXES, AXIS_NAMES, AXIS_START } from './model/axes';
import { featureAt } from './model/linear-model';
import { decodeModel } from './model/message-model';
import { NearestFinder } from './model/nearest';
import { Scorer } from './model/scorer';
import type { Explanation } from './understanding';

/** As many spans as an operator will look at. */
const MOST_SPANS = 8;

/** Tells why a label was or could be given to a text. */
export interface Explain {
  (text: string, label: string): Explanation;
}

/**
 * Makes the explainer from the bytes of a trained model. Labels are those of all axes; one that several axes share
 * (`other`) is written axis:label, e.g. `subject:other`. An unknown label has no spans.
 */
export function createExplain(modelBytes: Uint8Array): Explain {
  const model = decodeModel(modelBytes);
  const { reader } = createFeatureSet(model.vocabulary, model.sounds, model.rules);
  const scorer = new Scorer(model.linear, reader);
  const finder = new NearestFinder(model.nearest, model.linear.idf);
  const { table, weights, stride, scales } = model.linear;
  return (text, label) => {
    scorer.score(text);
    const nearest = model.texts[finder.find(scorer.present, scorer.presentCount).row];
    const place = placeOf(label);
    const byLetter = new Float64Array(text.length);
    for (let at = 0; place >= 0 && at < reader.count; at += 1) {
      const feature = featureAt(table, reader.keys[at]!);
      const [start, end] = [reader.starts[at]!, Math.min(reader.ends[at]!, text.length)];
      if (feature < 0 || end <= start) continue;
      const share = (weights[feature * stride + place]! * scales[place]! * scorer.scale) / (end - start);
      for (let letter = start; letter < end; letter += 1) byLetter[letter]! += share;
    }
    return { label, spans: spansOf(byLetter), ...(nearest === undefined ? {} : { nearest }) };
  };
}

function placeOf(label: string): number {
  const [axis, name] = label.includes(':') ? label.split(':', 2) : [undefined, label];
  for (const candidate of AXIS_NAMES) {
    const index = (AXES[candidate] as readonly string[]).indexOf(name);
    if (index >= 0 && (axis === undefined || axis === candidate)) return AXIS_START[candidate] + index;
  }
  return -1;
}

/** Runs of letters that speak for the label, the strongest first. */
function spansOf(byLetter: Float64Array): Explanation['spans'] {
  let highest = 0;
  for (const weight of byLetter) highest = Math.max(highest, weight);
  const spans: { start: number; end: number; weight: number }[] = [];
  for (let at = 0; at < byLetter.length; at += 1) {
    if (byLetter[at]! <= highest * 0.25) continue;
    const start = at;
    let weight = 0;
    for (; at < byLetter.length && byLetter[at]! > highest * 0.25; at += 1) weight += byLetter[at]!;
    spans.push({ start, end: at, weight: Math.round(weight * 1000) / 1000 });
  }
  return spans.sort((a, b) => b.weight - a.weight).slice(0, MOST_SPANS);
}
