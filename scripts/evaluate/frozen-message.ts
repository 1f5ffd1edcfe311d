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
} from '../../src/domain/understanding/labels';

/** A line of a frozen set: a message and its right labels, by docs/labelling.md. */
export const frozenMessage = z.strictObject({
  id: z.string(),
  lang: language,
  text: z.string(),
  scope,
  measures: z.array(measureCode),
  accept: z.array(measureCode),
  act,
  urgency,
  danger,
  subject,
  department: department.nullable(),
  tags: z.array(tag),
  group: z.string().optional(),
});
export type FrozenMessage = z.infer<typeof frozenMessage>;
