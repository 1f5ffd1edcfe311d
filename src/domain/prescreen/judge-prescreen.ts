import { holds } from '../dialogs/condition';
import { mentions } from '../dialogs/mentions';
import { isShown } from '../measures/is-shown';
import type { Measure, PolicyItem } from '../measures/measure';
import type { Need } from '../dialogs/state';
import type { Fields } from '../tickets/ticket';
import type { MeasureCode } from '../understanding/labels';
import type { Prescreens } from './prescreen-file';

/** Where the person tells which papers they have at hand. */
export const PAPERS_SLOT = 'papers';

/** A line with the item that it rests on. `shown`: the item is checked and in force, so that citizens may hear it. */
export interface JudgedLine {
  readonly speaks: 'for' | 'against' | 'missing';
  readonly zh: string;
  readonly en: string;
  readonly policy: PolicyItem;
  readonly shown: boolean;
}

export interface JudgedPaper {
  readonly zh: string;
  readonly en: string;
  /** The person said that they have it. */
  readonly have: boolean;
}

/** What a case looks like before anybody decides: never a decision. */
export interface Prescreen {
  readonly lines: readonly JudgedLine[];
  readonly papers: readonly JudgedPaper[];
}

const NOTHING: Prescreen = { lines: [], papers: [] };

/**
 * Reads a case against its measure: what speaks for it and what against, what is missing and would change the picture,
 * and the papers to bring. `today`: ISO day, for the life of policy items. Pure; empty for a measure without a file.
 */
export function judgePrescreen(
  { byMeasure, papers }: Prescreens,
  measures: ReadonlyMap<MeasureCode, Measure>,
  needs: readonly Need[],
  fields: Fields,
  today: string,
): Prescreen {
  const measure = needs[0]?.measure ?? null;
  const file = measure === null ? undefined : byMeasure.get(measure);
  if (file === undefined) return NOTHING;
  const lines = file.lines.flatMap(({ when, speaks, zh, en, policy }): JudgedLine[] => {
    const item = itemOf(measures, policy);
    if (item === undefined || !holds(when, needs, fields)) return [];
    return [{ speaks, zh, en, policy: item, shown: isShown(item, today) }];
  });
  const told = String(fields[PAPERS_SLOT]?.value ?? '');
  return {
    lines,
    papers: file.papers.flatMap(({ paper, when, have }): JudgedPaper[] => {
      const named = papers.get(paper);
      if (named === undefined || !holds(when, needs, fields)) return [];
      const holdsIt =
        named.words.some((word) => mentions(told, word)) ||
        (have !== undefined && fields[have]?.status === 'given');
      return [{ zh: named.zh, en: named.en, have: holdsIt }];
    }),
  };
}

function itemOf(measures: ReadonlyMap<MeasureCode, Measure>, id: string): PolicyItem | undefined {
  return measures.get(id.slice(0, 3) as MeasureCode)?.policy.find((item) => item.id === id);
}
