import type { Vocabulary } from '../features/concepts';
import type { Sounds } from '../features/sounds';
import type { DangerRules } from '../danger/danger-rules';
import { packContainer, unpackContainer } from './container';
import type { LinearModel } from './linear-model';
import type { Logistic } from './logistic';
import type { NearestIndex } from './nearest';

/** Curves and thresholds fitted on held-out authors. */
export interface Calibration {
  /** Share of the best stretch in the score of a further need; the rest is the whole text. */
  readonly mix: number;
  /** Probability that a need is stated, over: its score, its lead over the best other. */
  readonly need: Logistic;
  /** Probability of each label of the other axes, over its margin; in the order of all labels, measures and scopes unused. */
  readonly labels: readonly Logistic[];
  /** Probability of each scope, over the point of scope. */
  readonly scopes: readonly Logistic[];
  /** A message is taken to be about a measure from this probability on. */
  readonly inScopeFrom: number;
  /** Probability that the first guess is right, over: best score, lead, in-scope probability. */
  readonly sure: Logistic;
  /** Probability of danger, over: margin of `none`, best other margin, best stretch of any other. */
  readonly danger: Logistic;
  readonly dangerFrom: number;
  /** Probability that help is needed today or sooner, over: margin of `normal`, best other margin. */
  readonly urgent: Logistic;
  readonly urgentFrom: number;
}

/** Everything that understanding needs, as trained. */
export interface MessageModel {
  /** Hash of the data and settings that it was trained from. */
  readonly data: string;
  readonly linear: LinearModel;
  readonly calibration: Calibration;
  readonly nearest: NearestIndex;
  /** Scope of each training text (its place in AXES.scope). */
  readonly scopeOfText: Uint8Array;
  readonly texts: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly sounds: Sounds;
  readonly rules: DangerRules;
}

interface Head {
  readonly data: string;
  readonly labels: number;
  readonly stride: number;
  readonly calibration: Calibration;
  readonly vocabulary: Vocabulary;
  readonly spellings: readonly string[];
  readonly rules: DangerRules;
}

/** The bytes of a model, the same for the same model. */
export function encodeModel(model: MessageModel): Uint8Array {
  const { linear, nearest } = model;
  const head: Head = {
    data: model.data,
    labels: linear.labels,
    stride: linear.stride,
    calibration: model.calibration,
    vocabulary: model.vocabulary,
    spellings: model.sounds.spellings,
    rules: model.rules,
  };
  return packContainer(head, {
    table: linear.table,
    idf: linear.idf,
    weights: linear.weights,
    scales: linear.scales,
    biases: linear.biases,
    sounds: model.sounds.ofCode,
    scopeOfText: model.scopeOfText,
    nearestOffsets: nearest.offsets,
    nearestRows: nearest.rows,
    nearestLengths: nearest.lengths,
    texts: new TextEncoder().encode(model.texts.join('\n')),
  });
}

/** Reads a model. Throws a RangeError where the bytes are not one of this version. */
export function decodeModel(bytes: Uint8Array): MessageModel {
  const { head, section } = unpackContainer(bytes);
  const { data, labels, stride, calibration, vocabulary, spellings, rules } = head as Head;
  const packed = section('texts', 'u8');
  let texts: string[] | undefined;
  return {
    data,
    linear: {
      labels,
      stride,
      table: section('table', 'u32'),
      idf: section('idf', 'f32'),
      weights: section('weights', 'i16'),
      scales: section('scales', 'f32'),
      biases: section('biases', 'f32'),
    },
    calibration,
    nearest: {
      offsets: section('nearestOffsets', 'u32'),
      rows: section('nearestRows', 'u32'),
      lengths: section('nearestLengths', 'f32'),
    },
    scopeOfText: section('scopeOfText', 'u8'),
    // Only explanations need the texts: they are unpacked at the first one.
    get texts() {
      return (texts ??= new TextDecoder().decode(packed).split('\n'));
    },
    vocabulary,
    sounds: { ofCode: section('sounds', 'u16'), spellings },
    rules,
  };
}
