import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { measureCode } from '../../src/domain/understanding/labels';
import { CAPABILITIES, storyFile } from './story';

const LEAST_STORIES = 150;
const LEAST_OF_A_MEASURE = 4;
const LEAST_OF_A_CAPABILITY = 5;
const LEAST_ENGLISH = 20;
const stories = readdirSync(__dirname)
  .filter((name) => name.endsWith('.yml'))
  .flatMap((name) => storyFile.parse(load(readFileSync(join(__dirname, name), 'utf8'))));

/** What is told too seldom, with how often. */
function thin<T extends string>(all: readonly T[], least: number, count: (one: T) => number): string[] {
  return all
    .map((one) => [one, count(one)] as const)
    .filter(([, times]) => times < least)
    .map(([one, times]) => `${one}: ${times} of ${least}`);
}

test('there are stories enough, and enough in English', () => {
  expect(stories.length).toBeGreaterThanOrEqual(LEAST_STORIES);
  expect(stories.filter(({ lang }) => lang === 'en').length).toBeGreaterThanOrEqual(LEAST_ENGLISH);
});

test('every measure is told to its ticket', () => {
  expect(
    thin(
      measureCode.options,
      LEAST_OF_A_MEASURE,
      (code) => stories.filter(({ filed }) => filed?.some(({ measure }) => measure === code)).length,
    ),
  ).toEqual([]);
});

test('every capability is told', () => {
  expect(
    thin(
      CAPABILITIES,
      LEAST_OF_A_CAPABILITY,
      (tag) => stories.filter(({ tags }) => tags.includes(tag)).length,
    ),
  ).toEqual([]);
});
