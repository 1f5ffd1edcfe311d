import {
  judgePrescreen,
  type JudgedLine,
  type JudgedPaper,
  type Prescreen,
} from '../../prescreen/judge-prescreen';
import { sourceTitle } from '../../measures/source-title';
import { shanghaiDay } from '../../clocks/shanghai';
import type { Need } from '../state';
import type { Turn } from './turn';

/** At most so many lines of a kind: who listens to more remembers none. */
const MOST = { for: 2, against: 1, missing: 2 } as const;

/** The case as it stands, before anybody decides; `needs` where it is not that of the running talk. */
export function prescreenOf(t: Turn, needs: readonly Need[] = t.needs): Prescreen {
  return judgePrescreen(
    t.catalogue.prescreens,
    t.catalogue.measures,
    needs,
    t.fields,
    shanghaiDay(t.input.now),
  );
}

/**
 * "我这样够不够条件": what speaks for it, what has to be known and what is missing, each with its source, and that the
 * office decides. False where there is nothing to say of the measure.
 */
export function tellPrescreen(t: Turn): boolean {
  const { lines } = prescreenOf(t);
  const told = linesInWords(t, lines, ['for', 'against']);
  const missing = linesInWords(t, lines, ['missing']);
  if (told.length + missing.length === 0) return false;
  t.say('answer', told.length > 0 ? 'prescreen.intro' : 'prescreen.intro_blank');
  if (told.length > 0) t.tell('answer', told.join('\n'));
  if (missing.length > 0) t.tell('answer', missing.join('\n'));
  return true;
}

/** "还缺啥": what is missing and would change the picture, and the papers that are not at hand. */
export function tellMissing(t: Turn): boolean {
  const { lines, papers } = prescreenOf(t);
  const missing = linesInWords(t, lines, ['missing']);
  if (missing.length === 0 && papers.length === 0) return false;
  if (missing.length > 0) t.tell('answer', missing.join('\n'));
  else t.say('answer', 'prescreen.none_missing');
  if (papers.some(({ have }) => have)) tellPapersOf(t, papers);
  return true;
}

/** "要带什么": the papers, with what the person has already. False where the measure has no list. */
export function tellPapers(t: Turn, needs: readonly Need[] = t.needs): boolean {
  const { papers } = prescreenOf(t, needs);
  if (papers.length === 0) return false;
  tellPapersOf(t, papers);
  return true;
}

function tellPapersOf(t: Turn, papers: readonly JudgedPaper[]): void {
  const name = (list: readonly JudgedPaper[]) =>
    list.map((one) => (t.lang === 'en' ? one.en : one.zh)).join(t.lang === 'en' ? ', ' : '、');
  const atHand = papers.filter(({ have }) => have);
  const toBring = papers.filter(({ have }) => !have);
  const key =
    atHand.length === 0
      ? 'prescreen.papers'
      : toBring.length === 0
        ? 'prescreen.papers_all'
        : 'prescreen.papers_some';
  t.say('answer', key, { papers: name(toBring), have: name(atHand) });
}

function linesInWords(
  t: Turn,
  lines: readonly JudgedLine[],
  kinds: readonly JudgedLine['speaks'][],
): string[] {
  return kinds.flatMap((kind) =>
    lines
      .filter(({ speaks, shown }) => speaks === kind && shown)
      .slice(0, MOST[kind])
      .map((line) =>
        t.word(`prescreen.${kind}`, {
          line: (t.lang === 'en' ? line.en : line.zh).replace(/[。.]$/, ''),
          source: sourceTitle(line.policy),
        }),
      ),
  );
}
