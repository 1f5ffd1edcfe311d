import type { Example } from '../../src/domain/understanding/training/example';
import type { Understanding } from '../../src/domain/understanding/understanding';

/** A message with its right labels and what was understood. */
export interface Judged {
  readonly expected: Pick<
    Example,
    | 'text'
    | 'lang'
    | 'scope'
    | 'measures'
    | 'accept'
    | 'act'
    | 'urgency'
    | 'danger'
    | 'subject'
    | 'department'
    | 'tags'
  >;
  readonly got: Understanding;
  /** Set and kind of the message, e.g. `near_miss`. */
  readonly group?: string;
}

/** Hits and trials by name of the figure. */
export type Figures = ReadonlyMap<string, readonly [hits: number, trials: number]>;

/** Counts every figure of the judge of held-out messages, in its order. */
export function figuresOf(judged: readonly Judged[]): Figures {
  const counts = new Map<string, [number, number]>();
  const hit = (name: string, good: boolean) => {
    const entry = counts.get(name) ?? [0, 0];
    counts.set(name, [entry[0] + (good ? 1 : 0), entry[1] + 1]);
  };
  for (const { expected, got, group } of judged) {
    const codes = got.measures.map(({ id }) => id);
    if (expected.scope === 'measure') {
      const first = isRight({ expected, got });
      hit('measure first', first);
      hit('measure first, scope aside', codes[0] !== undefined && expected.accept.includes(codes[0]));
      hit('measure strict', codes[0] === expected.measures[0]);
      hit(
        'measure in three',
        codes.slice(0, 3).some((code) => expected.accept.includes(code)),
      );
      hit(`first ${expected.lang}`, first);
      hit('in scope kept', got.scope === 'measure');
      hit(`measure ${expected.measures[0] ?? ''}`, first);
      for (const tag of expected.tags) hit(`tag ${tag}`, first);
      if (expected.measures.length > 1)
        hit(
          'all needs in three',
          expected.measures.every((code) => codes.slice(0, 3).includes(code)),
        );
    } else {
      hit('out of scope refused', got.scope !== 'measure');
      hit(`scope ${expected.scope}`, got.scope === expected.scope);
      if (expected.department !== null) hit('department', got.department === expected.department);
    }
    hit('act', got.act === expected.act);
    hit('subject', got.subject === expected.subject);
    hit('urgency', got.urgency === expected.urgency);
    if (expected.urgency === 'critical') hit('critical found', got.urgency === 'critical');
    if (expected.urgency === 'normal') hit('normal not critical', got.urgency !== 'critical');
    if (expected.danger === 'none') hit('no false danger', got.danger === 'none');
    else {
      hit('danger found', got.danger !== 'none');
      hit('danger kind', got.danger === expected.danger);
      hit(`danger ${expected.danger}`, got.danger !== 'none');
    }
    if (group !== undefined && /near.?miss/.test(group)) hit('near miss not alarmed', got.danger === 'none');
    if (expected.lang !== 'mixed' && /\p{L}{4,}/u.test(expected.text) && expected.scope !== 'chat')
      hit(
        'language',
        got.lang === expected.lang || (expected.lang.startsWith('mn') && got.lang.startsWith('mn')),
      );
  }
  return counts;
}

/** The first guess is one that a fair officer accepts, and it was not refused as out of scope. */
export function isRight({ expected, got }: Pick<Judged, 'expected' | 'got'>): boolean {
  const first = got.measures[0]?.id;
  if (expected.scope !== 'measure') return got.scope === expected.scope;
  return got.scope === 'measure' && first !== undefined && expected.accept.includes(first);
}

/** Expected calibration error of the first guess's probability, in ten bins (0 to 1). */
export function calibrationError(
  judged: readonly Judged[],
  probabilityOf: (got: Understanding) => number,
): number {
  const bins = Array.from({ length: 10 }, () => ({ p: 0, hits: 0 }));
  const inScope = judged.filter(
    ({ expected, got }) => expected.scope === 'measure' && got.measures.length > 0,
  );
  for (const { expected, got } of inScope) {
    const p = probabilityOf(got);
    const bin = bins[Math.min(9, Math.floor(p * 10))]!;
    bin.p += p;
    bin.hits += expected.accept.includes(got.measures[0]!.id) ? 1 : 0;
  }
  return bins.reduce((sum, { p, hits }) => sum + Math.abs(p - hits), 0) / Math.max(inScope.length, 1);
}

/** Pairs of measures that are taken for one another, most frequent first. */
export function confusionsOf(judged: readonly Judged[]): { readonly pair: string; readonly count: number }[] {
  const pairs = new Map<string, number>();
  for (const { expected, got } of judged) {
    if (isRight({ expected, got })) continue;
    const from = expected.scope === 'measure' ? expected.measures[0]! : expected.scope;
    const to = got.scope === 'measure' ? (got.measures[0]?.id ?? 'none') : got.scope;
    pairs.set(`${from} → ${to}`, (pairs.get(`${from} → ${to}`) ?? 0) + 1);
  }
  return [...pairs]
    .map(([pair, count]) => ({ pair, count }))
    .sort((a, b) => b.count - a.count || a.pair.localeCompare(b.pair));
}
