import type { NearestIndex } from '../model/nearest';
import type { SparseRows } from './sparse-rows';

/** Indexes the rows by their features, those marked in `skip` left out; features of more than `most` rows tell texts apart too little to be followed. */
export function buildNearest(rows: SparseRows, most: number, skip?: Uint8Array): NearestIndex {
  const frequency = new Uint32Array(rows.width);
  for (let row = 0; row < rows.count; row += 1) {
    if (skip?.[row] === 1) continue;
    for (let at = rows.offsets[row]!; at < rows.offsets[row + 1]!; at += 1)
      frequency[rows.features[at]!]! += 1;
  }
  const offsets = new Uint32Array(rows.width + 1);
  for (let feature = 0; feature < rows.width; feature += 1) {
    offsets[feature + 1] = offsets[feature]! + (frequency[feature]! <= most ? frequency[feature]! : 0);
  }
  const next = offsets.slice(0, rows.width);
  const places = new Uint32Array(offsets[rows.width]!);
  const lengths = new Float32Array(rows.count);
  for (let row = 0; row < rows.count; row += 1) {
    if (skip?.[row] === 1) continue;
    let squares = 0;
    for (let at = rows.offsets[row]!; at < rows.offsets[row + 1]!; at += 1) {
      const feature = rows.features[at]!;
      squares += rows.idf[feature]! * rows.idf[feature]!;
      if (frequency[feature]! <= most) places[next[feature]!++] = row;
    }
    lengths[row] = squares > 0 ? 1 / Math.sqrt(squares) : 0;
  }
  return { offsets, rows: places, lengths };
}
