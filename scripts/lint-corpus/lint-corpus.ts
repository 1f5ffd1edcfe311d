import { act, danger, department, language } from '../../src/domain/understanding/labels';
import { fold } from '../../src/domain/understanding/text/fold';
import type { Example } from '../../src/domain/understanding/training/example';

/** A fault of the corpus with its cure. Never quotes the text. */
export interface Finding {
  readonly place: string;
  readonly fault: string;
  /** Stops the build; otherwise a warning. */
  readonly grave: boolean;
}

/** A text that training may not hold. */
export interface HeldText {
  readonly place: string;
  readonly text: string;
}

/** Shares of common character triples from which two texts count as near, and as the same for a held-out text. */
const NEAR = 0.75;
const LEAKED = 0.6;
/** Fragments are alike by nature. */
const SHORTEST = 8;
const THIN = { measure: 150, measureEnglish: 40, department: 30, danger: 60, act: 40 } as const;

/** Looks for copies, conflicts, leakage and thin classes. */
export function lintCorpus(examples: readonly Example[], heldOut: readonly HeldText[]): Finding[] {
  const index = new TripleIndex();
  const byText = new Map<string, Example>();
  const findings: Finding[] = [];
  for (const example of examples) {
    const place = placeOf(example);
    const bare = bareOf(example.text);
    const earlier = byText.get(bare);
    if (earlier) findings.push(copyOf(example, earlier));
    else {
      byText.set(bare, example);
      const near = bare.length >= SHORTEST ? index.nearest(bare) : undefined;
      if (near && near.share >= NEAR) {
        findings.push({
          place,
          fault: `nearly the same as ${near.place}: say it in other words or drop one`,
          grave: false,
        });
      }
      index.add(bare, place);
    }
  }
  for (const { place, text } of heldOut) {
    const bare = bareOf(text);
    const same = byText.get(bare);
    const near = same
      ? { place: placeOf(same), share: 1 }
      : bare.length >= SHORTEST
        ? index.nearest(bare)
        : undefined;
    if (near && near.share >= (bare.length < SHORTEST * 2 ? NEAR : LEAKED) && bare.length >= SHORTEST) {
      findings.push({
        place: near.place,
        fault: `too near to the held-out message ${place}: take it out of the corpus`,
        grave: near.share >= NEAR,
      });
    }
  }
  return [...findings, ...thinClasses(examples)];
}

function copyOf(example: Example, earlier: Example): Finding {
  const differs = (['scope', 'act', 'urgency', 'danger', 'subject', 'department'] as const).filter(
    (axis) => example[axis] !== earlier[axis],
  );
  const axes = example.measures.join() === earlier.measures.join() ? differs : ['measures', ...differs];
  const place = placeOf(example);
  if (axes.length === 0) return { place, fault: `the same as ${placeOf(earlier)}: drop one`, grave: false };
  return {
    place,
    fault: `the same text as ${placeOf(earlier)} with other ${axes.join(', ')}: decide by docs/labelling.md and keep one`,
    grave: true,
  };
}

function thinClasses(examples: readonly Example[]): Finding[] {
  const findings: Finding[] = [];
  const want = (name: string, count: number, least: number) => {
    if (count < least)
      findings.push({
        place: 'intents/',
        fault: `${name} has ${count} utterances, fewer than ${least}: write more`,
        grave: false,
      });
  };
  for (const code of [...new Set(examples.flatMap(({ measures }) => measures))].sort()) {
    const own = examples.filter(({ measures }) => measures[0] === code);
    want(`${code} in Chinese`, own.filter(({ lang }) => lang === 'zh').length, THIN.measure);
    want(`${code} in English`, own.filter(({ lang }) => lang === 'en').length, THIN.measureEnglish);
  }
  for (const label of department.options)
    want(
      `department ${label}`,
      examples.filter((example) => example.department === label).length,
      THIN.department,
    );
  for (const label of danger.options)
    want(`danger ${label}`, examples.filter((example) => example.danger === label).length, THIN.danger);
  for (const label of act.options)
    want(`act ${label}`, examples.filter((example) => example.act === label).length, THIN.act);
  for (const label of language.options)
    if (label !== 'other')
      want(`language ${label}`, examples.filter(({ lang }) => lang === label).length, THIN.measureEnglish);
  return findings;
}

const placeOf = ({ file, line }: Example): string => `intents/${file}:${line}`;
const bareOf = (text: string): string => fold(text).replaceAll(/[\p{P}\p{S}\s]/gu, '');

/** Texts by their character triples, for the nearest one by the share of common triples (Jaccard). */
class TripleIndex {
  private readonly byTriple = new Map<string, number[]>();
  private readonly sizes: number[] = [];
  private readonly places: string[] = [];

  add(bare: string, place: string): void {
    const number = this.places.length;
    const triples = triplesOf(bare);
    this.places.push(place);
    this.sizes.push(triples.size);
    for (const triple of triples) {
      const rows = this.byTriple.get(triple);
      if (rows) rows.push(number);
      else this.byTriple.set(triple, [number]);
    }
  }

  nearest(bare: string): { readonly place: string; readonly share: number } | undefined {
    const triples = triplesOf(bare);
    const common = new Map<number, number>();
    for (const triple of triples)
      for (const row of this.byTriple.get(triple) ?? []) common.set(row, (common.get(row) ?? 0) + 1);
    let best: { place: string; share: number } | undefined;
    for (const [row, count] of common) {
      const share = count / (triples.size + this.sizes[row]! - count);
      if (share > (best?.share ?? 0)) best = { place: this.places[row]!, share };
    }
    return best;
  }
}

function triplesOf(bare: string): Set<string> {
  const triples = new Set<string>();
  for (let at = 0; at + 3 <= bare.length; at += 1) triples.add(bare.slice(at, at + 3));
  return triples;
}
