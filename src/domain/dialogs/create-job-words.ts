import { groupTicketNumber } from '../tickets/ticket-number';
import type { DialogCatalogue } from './catalogue';
import type { TicketNews } from './create-turn-words';
import type { Say } from './event';
import type { DialogState } from './state';
import { word } from './word';

type Lang = DialogState['lang'];
type NewsKind = 'resolve' | 'extend' | 'transfer' | 'return' | 'escalate' | 'close';

/** What the service says of its own accord: whether it helped, and what became of a ticket. */
export interface JobWords {
  followUp(lang: Lang, news: TicketNews, now: Date): readonly Say[];
  changed(lang: Lang, kind: NewsKind, news: TicketNews, now: Date): readonly Say[];
}

export function createJobWords(catalogue: DialogCatalogue): JobWords {
  const say = (lang: Lang, key: string, { ticket, office, explanation }: TicketNews): Say[] => [
    {
      kind: 'say',
      step: 'answer',
      text: word(catalogue, lang, key, {
        number: groupTicketNumber(ticket.number),
        office: (lang === 'en' ? office.en : office.zh) || word(catalogue, lang, 'office.unnamed'),
        words: explanation ?? '',
      }),
    },
  ];
  return {
    followUp: (lang, news) => say(lang, 'follow_up.ask', news),
    changed: (lang, kind, news) =>
      say(
        lang,
        (kind === 'resolve' || kind === 'extend') && news.explanation === undefined
          ? `news.${kind}_plain`
          : `news.${kind}`,
        news,
      ),
  };
}
