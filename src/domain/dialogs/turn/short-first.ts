import type { Turn } from './turn';

/** Sentences as they are asked: the shortest first where one short question at a time is wanted. */
export function shortFirst<T extends { readonly zh: string }>(
  t: Turn,
  sentences: readonly T[],
): readonly T[] {
  return t.flags.elder === 'on' ? [...sentences].sort((a, b) => a.zh.length - b.zh.length) : sentences;
}
