import { judgePrescreen } from '../prescreen/judge-prescreen';
import { shanghaiDay } from '../clocks/shanghai';
import type { Ticket } from '../tickets/ticket';
import type { DialogCatalogue } from './catalogue';
import type { Say } from './event';
import type { DialogState } from './state';
import { word } from './word';

/**
 * What to take along, said after filing where the person asks for help for themselves or their family and nothing is
 * urgent; nothing where no papers are needed, or all are at hand.
 */
export function papersAfterFiling(
  catalogue: DialogCatalogue,
  lang: DialogState['lang'],
  tickets: readonly Ticket[],
  now: Date,
): readonly Say[] {
  const fit = tickets.filter(
    ({ act, subject, urgency, danger }) =>
      act === 'help' && subject !== 'other' && urgency === 'normal' && danger === 'none',
  );
  const papers = fit.flatMap(
    (ticket) =>
      judgePrescreen(catalogue.prescreens, catalogue.measures, [ticket], ticket.fields, shanghaiDay(now))
        .papers,
  );
  const names = [
    ...new Set(papers.filter(({ have }) => !have).map(({ zh, en }) => (lang === 'en' ? en : zh))),
  ];
  if (names.length === 0) return [];
  return [
    {
      kind: 'say',
      step: 'say',
      text: word(catalogue, lang, 'prescreen.papers_after', {
        papers: names.join(lang === 'en' ? ', ' : '、'),
      }),
    },
  ];
}
