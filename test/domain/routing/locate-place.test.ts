import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { readGazetteer } from '../../../src/adapters/catalogue/read-gazetteer';
import { createLocatePlace } from '../../../src/domain/routing/locate-place';

const root = join(__dirname, '../../..');
const locate = createLocatePlace(readGazetteer(root));
const data = (file: string): string => readFileSync(join(root, 'test/routing', file), 'utf8');

interface Item {
  readonly text: string;
  readonly expect: { readonly level: string; readonly code: string; readonly candidates: readonly string[] };
  readonly tags: readonly string[];
}

const items = data('addresses.jsonl')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Item);

describe('the place of a message', () => {
  it.each(items.map((item) => [item.tags[0] ?? '', item.text, item.expect] as const))(
    '%s: %s',
    (_tag, text, expected) => {
      const { level, code, candidates } = locate(text);
      if (expected.code === '' && expected.level !== 'none') {
        expect(code).toBe('');
        expect(candidates.map((it) => it.code)).toEqual(expect.arrayContaining([...expected.candidates]));
      } else expect({ level, code }).toEqual({ level: expected.level, code: expected.code });
    },
  );

  it('holds every kind of difficulty', () => {
    expect(new Set(items.map((item) => item.tags[0])).size).toBeGreaterThanOrEqual(20);
    expect(items.length).toBeGreaterThanOrEqual(350);
  });
});

interface FollowUp {
  readonly text: string;
  readonly within: string;
  readonly code: string;
  readonly village?: string;
  readonly candidates?: readonly string[];
}

describe('a short answer, with the county known from the conversation', () => {
  it.each((load(data('follow-ups.yml')) as FollowUp[]).map((it) => [it.text, it] as const))(
    '%s',
    (text, expected) => {
      const { code, village, candidates } = locate(text, expected.within);
      expect({ code, village, candidates: candidates.map((it) => it.code) }).toEqual({
        code: expected.code,
        village: expected.village,
        candidates: expected.candidates ?? [],
      });
    },
  );
});

interface Mentions {
  readonly text: string;
  readonly mentions: readonly {
    readonly said: string;
    readonly role: string | null;
    readonly level: string;
    readonly code: string;
    readonly village?: string;
    readonly outside?: string;
  }[];
}

describe('the addresses of one message, kept apart', () => {
  it.each((load(data('mentions.yml')) as Mentions[]).map((it) => [it.text, it.mentions] as const))(
    '%s',
    (text, expected) => {
      const found = locate(text).mentions.map(({ start, end, role, level, code, village, outside }) => ({
        said: text.slice(start, end),
        role,
        level,
        code,
        ...(village === undefined ? {} : { village }),
        ...(outside === undefined ? {} : { outside }),
      }));
      expect(found).toEqual(expected);
    },
  );
});
