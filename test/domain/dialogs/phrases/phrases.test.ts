import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { z } from 'zod';
import { findCommand } from '../../../../src/domain/dialogs/phrases/find-command';
import { hasHadEnough } from '../../../../src/domain/dialogs/phrases/has-had-enough';
import { looksLikePlace } from '../../../../src/domain/dialogs/phrases/address-words';
import { saysRegisteredHere } from '../../../../src/domain/dialogs/phrases/says-registered-here';
import { storyWithoutDetails } from '../../../../src/domain/dialogs/phrases/story-without-details';
import { tellsStory } from '../../../../src/domain/dialogs/phrases/tells-story';
import { toldDate } from '../../../../src/domain/dialogs/phrases/told-date';
import { toldDetails } from '../../../../src/domain/dialogs/phrases/told-details';
import { measureCode } from '../../../../src/domain/understanding/labels';
import { findEntities } from '../../../../src/domain/understanding/entities/find-entities';

const NOW = new Date('2026-11-24T02:00:00Z');
const yesNo = z.strictObject({ yes: z.array(z.string()).min(1), no: z.array(z.string()).min(1) });
const cases = z
  .strictObject({
    has_had_enough: yesNo,
    registered_here: yesNo,
    looks_like_place: yesNo,
    tells_story: yesNo,
    told_date: z.array(z.tuple([z.string(), z.string().nullable()])),
    told_details: z.array(z.tuple([measureCode, z.string(), z.record(z.string(), z.string())])),
    story: z.array(z.tuple([z.string(), z.string()])),
    command: z.array(z.tuple([z.string(), z.string().nullable()])),
  })
  .parse(load(readFileSync(join(__dirname, 'phrases.yml'), 'utf8')));

describe.each([
  ['has had enough', hasHadEnough, cases.has_had_enough],
  ['says registered here', saysRegisteredHere, cases.registered_here],
  ['looks like a place', looksLikePlace, cases.looks_like_place],
  ['tells a story', (text: string) => tellsStory(text), cases.tells_story],
] as const)('%s', (_, holds, { yes, no }) => {
  test.each(yes)('%s', (text) => expect(holds(text)).toBe(true));
  test.each(no)('not: %s', (text) => expect(holds(text)).toBe(false));
});

test.each(cases.told_date)('the date told in "%s" is %p', (text, date) => {
  expect(toldDate(text, findEntities(text, NOW), NOW) ?? null).toBe(date);
});

test.each(cases.told_details)('%s "%s" tells %p', (measure, text, details) => {
  expect(Object.fromEntries(toldDetails(text, measure))).toEqual(details);
});

test.each(cases.story)('the story of "%s" is "%s"', (text, story) => {
  expect(storyWithoutDetails(text)).toBe(story);
});

test.each(cases.command)('"%s" commands %p', (text, command) => {
  expect(findCommand(text) ?? null).toBe(command);
});
