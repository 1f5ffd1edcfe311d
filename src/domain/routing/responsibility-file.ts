import { z } from 'zod';
import { act, department, measureCode } from '../understanding/labels';
import type { PlaceRole } from './place';

const placeRole = z.enum([
  'present',
  'registered',
  'work',
  'school',
  'event',
  'former',
  'other_person',
]) satisfies z.ZodType<PlaceRole>;
const wording = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

const rule = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  measures: z.union([z.array(measureCode).min(1), z.literal('none')]).optional(),
  acts: z.array(act).min(1).optional(),
  departments: z.union([z.array(department).min(1), z.literal('any')]).optional(),
  /** Only when the office complained of is known. */
  accused: z.boolean().optional(),
  places: z.array(placeRole).min(1),
  level: z.enum(['township', 'county', 'league', 'above']),
  named: z.enum(['hotline', 'referral']).optional(),
  reason: wording,
});
export type ResponsibilityRule = z.infer<typeof rule>;

const isoDay = z.iso.date();
const version = z
  .strictObject({
    id: z.string().min(1),
    from: isoDay,
    until: isoDay.nullable(),
    rules: z.array(rule).min(1),
  })
  .superRefine(({ from, until, rules }, context) => {
    if (until !== null && until < from)
      context.addIssue({
        code: 'custom',
        path: ['until'],
        message: 'ends before it begins; correct `from` or `until`',
      });
    const last = rules.at(-1);
    if (last && (last.measures ?? last.acts ?? last.departments ?? last.accused) !== undefined)
      context.addIssue({
        code: 'custom',
        path: ['rules', rules.length - 1],
        message:
          'the last rule must fit everything; add a rule without measures, acts, departments and accused',
      });
    rules.forEach(({ id }, i) => {
      if (rules.findIndex((other) => other.id === id) < i)
        context.addIssue({
          code: 'custom',
          path: ['rules', i, 'id'],
          message: `rule id ${id} is used twice; give it another`,
        });
    });
  });

/** data/responsibility.yml */
export const responsibilityFile = z.strictObject({
  versions: z
    .array(version)
    .min(1)
    .superRefine((versions, context) => {
      const sorted = versions.toSorted((a, b) => (a.from < b.from ? -1 : 1));
      sorted.forEach((it, i) => {
        const next = sorted[i + 1];
        if (next && (it.until === null || it.until >= next.from))
          context.addIssue({
            code: 'custom',
            path: [versions.indexOf(it), 'until'],
            message: `overlaps version ${next.id}; end it before ${next.from}`,
          });
      });
    }),
});
export type ResponsibilityFile = z.infer<typeof responsibilityFile>;

const code = z.string().regex(/^15(\d{2}(\d{2}(\d{3})?)?)?$/);

/** data/offices.yml */
export const officesFile = z.strictObject({
  names: z.strictObject({
    township: wording,
    county: wording,
    league: wording,
    region: wording,
    hotline: wording,
    referral: wording,
  }),
  departments: z.record(department, wording),
  own: z.record(code, wording),
});
export type OfficesFile = z.infer<typeof officesFile>;
