import { z } from 'zod';

const area = z.strictObject({
  code: z.string().regex(/^15\d{2}(\d{2})?$/),
  name: z.string().min(2),
  en: z.string().min(1),
  /** Toneless, syllables apart. */
  pinyin: z.string().min(1),
  zh: z.array(z.string().min(2)),
  weak: z.array(z.string().min(2)),
  latin: z.array(z.string().min(2)),
  /** In Mongolian, traditional script and Cyrillic. */
  mn: z.array(z.string().min(3)).optional(),
  /** For a statistical zone: the county that people say instead. */
  parent: z
    .string()
    .regex(/^15\d{4}$/)
    .optional(),
});

const township = z.strictObject({
  code: z.string().regex(/^15\d{7}$/),
  name: z.string().min(2),
  en: z.string().min(1),
  pinyin: z.string().min(1),
  zh: z.array(z.string().min(2)).optional(),
  /** Names that count only beside the league or county. */
  weak: z.array(z.string().min(2)).optional(),
  latin: z.array(z.string().min(2)).optional(),
  /** When it moved to another county than its code says. */
  county: z
    .string()
    .regex(/^15\d{4}$/)
    .optional(),
});

/** data/gazetteer/inner-mongolia.json, a product of scripts/build-gazetteer.ts. */
export const gazetteerFile = z.strictObject({
  year: z.number().int(),
  source: z.string().min(1),
  leagues: z.array(area).min(1),
  counties: z.array(area).min(1),
  townships: z.array(township).min(1),
  /** Township code → names of its villages, joined by "|". */
  villages: z.record(z.string().regex(/^15\d{7}$/), z.string().min(1)),
  /** "syllable:characters|…" */
  syllables: z.string().min(1),
});
export type GazetteerFile = z.infer<typeof gazetteerFile>;
export type AreaRow = GazetteerFile['counties'][number];

/** data/gazetteer/other-regions.json: the negative list. Lists are joined by "|". */
export const otherRegionsFile = z.strictObject({
  provinces: z.array(
    z.strictObject({
      name: z.string().min(2),
      short: z.string().min(2),
      cities: z.string(),
      cityStems: z.string(),
      counties: z.string(),
      extra: z.string(),
      latin: z.string(),
    }),
  ),
  foreign: z.record(z.string(), z.array(z.string().min(1))),
  /** Names that count only in full or after their province. */
  weak: z.array(z.string()),
});
export type OtherRegionsFile = z.infer<typeof otherRegionsFile>;
