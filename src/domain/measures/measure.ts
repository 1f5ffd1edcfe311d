import { z } from 'zod';
import {
  act,
  danger,
  department,
  language,
  measureCode,
  scope,
  subject,
  tag,
  urgency,
} from '../understanding/labels';

const wording = z.strictObject({
  zh: z.string().min(1),
  en: z.string().min(1),
  mn: z.strictObject({ text: z.string().min(1), draft: z.boolean() }).optional(),
});

const isoDay = z
  .union([z.iso.date(), z.date().transform((day) => day.toISOString().slice(0, 10))])
  .describe('ISO date, e.g. 2022-06-02');

/** A fact about a measure, with its source and its life. Only items with `show` may reach a citizen. */
export const policyItem = z.strictObject({
  id: z.string().regex(/^M\d\d-\d+$/),
  zh: z.string().min(1),
  en: z.string().min(1),
  source: z.string().min(1),
  /** A official text, B news medium, C third-party copy, GK general knowledge, design our own proposal. */
  grade: z.enum(['A', 'B', 'C', 'GK', 'design']),
  ref: z.string().optional(),
  effective: isoDay.nullable(),
  expires: isoDay.nullable(),
  show: z.boolean(),
});
export type PolicyItem = z.infer<typeof policyItem>;

export const limit = z.strictObject({
  mark: z.enum(['sign', 'contact', 'visit', 'act', 'done']),
  value: z.number().positive(),
  unit: z.enum(['minute', 'hour', 'day', 'working_hour', 'working_day']),
  trust: z.string().min(1),
});
export type Limit = z.infer<typeof limit>;

export const utterance = z.strictObject({
  text: z.string().min(1).max(4000),
  lang: language.default('zh'),
  scope: scope.optional(),
  measures: z.array(measureCode).optional(),
  also: z.array(measureCode).optional(),
  accept: z.array(measureCode).optional(),
  act: act.default('help'),
  urgency: urgency.default('normal'),
  danger: danger.default('none'),
  subject: subject.default('self'),
  department: department.nullable().default(null),
  tags: z.array(tag).default([]),
  /** What alone it teaches; all of its labels where this is missing. Plain answers to a dialog's questions teach no need. */
  axes: z
    .array(z.enum(['danger', 'urgency']))
    .min(1)
    .optional(),
  /** The imagined speaker; cross-validation keeps all of one author's utterances on one side. */
  author: z.string().min(1),
});

/** A file `intents/Mxx-….yml`: one measure of the notice. */
export const measureFile = z.strictObject({
  code: measureCode,
  aspect: z.enum(['A1', 'A2', 'A3', 'A4', 'A5', 'A6']),
  titles: wording,
  notice: z.string().min(1),
  place: z.enum(['registration', 'residence', 'work', 'school', 'event', 'present']),
  level: z.enum(['township', 'county', 'league']),
  dialog: z.string().min(1),
  policy: z.array(policyItem).min(1),
  limits: z.array(limit),
  utterances: z.array(utterance).min(1),
});
export type MeasureFile = z.infer<typeof measureFile>;
export type Measure = Omit<MeasureFile, 'utterances'>;
