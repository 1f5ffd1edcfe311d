import type { KnownPlaces } from '../routing/office';
import type { DialogEvent } from './event';
import type { Need } from './state';

/** The places by which a need of a case is routed: a relative's need beside one's own is met where the relative lives. */
export function placesOfNeed(
  need: Need,
  { needs, places }: Pick<Extract<DialogEvent, { kind: 'file' }>, 'needs' | 'places'>,
): KnownPlaces {
  const theirs = places.other_person;
  const beside = need.subject === 'family' && needs[0]?.subject === 'self';
  return beside && theirs !== undefined ? { ...places, present: theirs } : places;
}
