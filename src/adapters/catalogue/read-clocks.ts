import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { TimeLimits } from '../../domain/clocks/plan-clocks';
import { calendarFile, type CalendarFile } from '../../domain/clocks/work-calendar';
import { limit } from '../../domain/measures/measure';
import { readYaml } from './read-yaml';

const timeLimitsFile = z.strictObject({
  critical: z.array(limit).min(1),
  urgent: z.array(limit).min(1),
  normal: z.array(limit).min(1),
});

/** `data/time-limits.yml`. */
export function readTimeLimits(root: string): TimeLimits {
  return readYaml(join(root, 'data/time-limits.yml'), 'data/time-limits.yml', timeLimitsFile);
}

/** `data/calendar/<year>.yml`, as many as there are. */
export function readCalendars(root: string): readonly CalendarFile[] {
  const folder = join(root, 'data/calendar');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^\d{4}\.yml$/.test(name))
    .sort()
    .map((name) => readYaml(join(folder, name), `data/calendar/${name}`, calendarFile));
}
