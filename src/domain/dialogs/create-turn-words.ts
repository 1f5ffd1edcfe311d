import type { Ticket } from '../tickets/ticket';
import { groupTicketNumber } from '../tickets/ticket-number';
import type { DialogCatalogue } from './catalogue';
import type { Say } from './event';
import type { DialogState } from './state';
import { papersAfterFiling } from './papers-after-filing';
import { dangerWords } from './turn/danger-words';
import type { DangerKind } from '../understanding/labels';
import { word, type Blanks } from './word';
import { whenInWords } from './when-in-words';

type Lang = DialogState['lang'];

/** What is told of a ticket: where it is, and the office's own explanation where the asker may hear it. */
export interface TicketNews {
  readonly ticket: Ticket;
  readonly office: { readonly zh: string; readonly en: string };
  readonly explanation?: string;
}

/** Keys of dialogs/wording.yml that the application chooses. */
export type PlainSentence =
  'claim.done' | 'claim.ask_phone' | 'claim.wrong' | 'resume.code' | 'resume.failed' | 'resume.with_person';

/** The messages that need what only the application knows: numbers, offices, due times. */
export interface TurnWords {
  filed(lang: Lang, news: readonly TicketNews[], now: Date): readonly Say[];
  progress(lang: Lang, news: readonly TicketNews[], now: Date): readonly Say[];
  reopened(lang: Lang, news: readonly TicketNews[], now: Date): readonly Say[];
  /** What one reporter has filed household by household. */
  sumUp(lang: Lang, news: readonly TicketNews[]): readonly Say[];
  /** "It is not solved" of a number that is not shown to be the citizen's: what it takes. */
  unproved(lang: Lang): readonly Say[];
  /** "It is not solved" where several tickets may be meant: names them. */
  whichOne(lang: Lang, news: readonly TicketNews[]): readonly Say[];
  /** An operator takes the conversation over, or gives it back. */
  takenOver(lang: Lang): readonly Say[];
  handedBack(lang: Lang): readonly Say[];
  /** The numbers to dial in this danger, the right one first as far as `text` tells. */
  dangerNumbers(lang: Lang, danger: DangerKind, text: string): readonly Say[];
  /** A sentence that needs nothing but what is said here. */
  plain(lang: Lang, key: PlainSentence, blanks?: Blanks): readonly Say[];
  /** Too many tickets of others were looked up: not now. */
  progressLater(lang: Lang): readonly Say[];
}

/** Words the messages about tickets from dialogs/wording.yml. Pure. */
export function createTurnWords(catalogue: DialogCatalogue): TurnWords {
  const say = (lang: Lang, key: string, blanks: Blanks = {}) => word(catalogue, lang, key, blanks);
  const office = (lang: Lang, { office: name }: TicketNews) =>
    (lang === 'en' ? name.en : name.zh) || say(lang, 'office.unnamed');
  const due = (lang: Lang, news: TicketNews, now: Date, key: string) => {
    const at = news.ticket.due.contact?.at ?? news.ticket.due.visit?.at ?? news.ticket.due.act?.at;
    return at === undefined ? '' : say(lang, key, { when: whenInWords(at, now, lang) });
  };
  const blanks = (lang: Lang, news: TicketNews, now: Date): Blanks => ({
    number: groupTicketNumber(news.ticket.number),
    office: office(lang, news),
    need: news.ticket.measure === null ? '' : say(lang, `need.${news.ticket.measure}`),
    due:
      due(lang, news, now, isReachable(news) ? 'filed.due' : 'filed.due_quiet') || say(lang, 'filed.no_due'),
  });
  const householdInWords = (lang: Lang, news: TicketNews, at: number) =>
    say(lang, 'batch.line', {
      name: String(news.ticket.fields.subject_name?.value ?? say(lang, 'batch.unnamed', { n: at + 1 })),
      number: groupTicketNumber(news.ticket.number),
      office: office(lang, news),
    });
  return {
    filed(lang, news, now) {
      const tickets = news.map(({ ticket }) => ticket.number);
      const [first] = news;
      if (first === undefined) return [];
      if (first.ticket.danger !== 'none' && first.ticket.fields.consent === undefined) {
        return [
          {
            kind: 'say',
            step: 'filed',
            text: say(
              lang,
              first.ticket.officeCode.length === 2 ? 'filed.danger_region' : 'filed.danger',
              blanks(lang, first, now),
            ),
            tickets,
          },
        ];
      }
      const papers = papersAfterFiling(
        catalogue,
        lang,
        news.map(({ ticket }) => ticket),
        now,
      );
      if (news.length === 1)
        return [
          { kind: 'say', step: 'filed', text: say(lang, 'filed.one', blanks(lang, first, now)), tickets },
          ...papers,
        ];
      const lines = news.map((one) => say(lang, 'filed.line', blanks(lang, one, now)));
      return [
        {
          kind: 'say',
          step: 'filed',
          text: [say(lang, 'filed.many', { n: news.length }), ...lines].join('\n'),
          tickets,
        },
        { kind: 'say', step: 'say', text: say(lang, 'filed.many_end') },
        ...papers,
      ];
    },
    progress(lang, news, now) {
      if (news.length === 0) return [{ kind: 'say', step: 'answer', text: say(lang, 'progress.none') }];
      return news.slice(0, 5).map((one) => {
        const { ticket, explanation } = one;
        const running = ticket.state !== 'resolved' && ticket.state !== 'closed';
        const parts = [
          say(lang, 'progress.line', {
            number: groupTicketNumber(ticket.number),
            state: say(lang, `state.${ticket.state}`),
          }) +
            (lang === 'en' ? ' ' : '') +
            say(lang, 'progress.with_office', { office: office(lang, one) }),
          explanation === undefined ? '' : say(lang, 'progress.explained', { words: explanation }),
          running && (ticket.state === 'open' || ticket.state === 'claimed' || ticket.state === 'signed')
            ? due(lang, one, now, 'progress.due')
            : '',
          running ? '' : say(lang, 'progress.end'),
        ];
        return { kind: 'say', step: 'answer', text: parts.filter((part) => part !== '').join('\n') };
      });
    },
    reopened(lang, news) {
      if (news.length === 0) return [{ kind: 'say', step: 'answer', text: say(lang, 'reopened.none') }];
      return news.map((one) => ({
        kind: 'say',
        step: 'answer',
        text: say(lang, 'reopened', {
          number: groupTicketNumber(one.ticket.number),
          office: office(lang, one),
        }),
      }));
    },
    sumUp: (lang, news) => [
      {
        kind: 'say',
        step: 'end',
        text:
          news.length === 0
            ? say(lang, 'batch.none')
            : [
                say(lang, 'batch.sum', { n: news.length }),
                ...news.map((one, at) => householdInWords(lang, one, at)),
              ].join('\n'),
        ...(news.length > 0 ? { tickets: news.map(({ ticket }) => ticket.number) } : {}),
      },
    ],
    unproved: (lang) => [{ kind: 'say', step: 'answer', text: say(lang, 'reopened.unproved') }],
    whichOne: (lang, news) => [
      {
        kind: 'say',
        step: 'clarify',
        text: [
          say(lang, 'reopened.which'),
          ...news.slice(0, 5).map((one) =>
            say(lang, 'reopened.which_line', {
              number: groupTicketNumber(one.ticket.number),
              office: office(lang, one),
            }),
          ),
        ].join('\n'),
      },
    ],
    takenOver: (lang) => [
      { kind: 'say', step: 'handoff', text: say(lang, 'handoff.taken_over'), handoff: 'taken_over' },
    ],
    handedBack: (lang) => [{ kind: 'say', step: 'say', text: say(lang, 'handoff.handed_back') }],
    dangerNumbers(lang, danger, text) {
      const { key, dial } = dangerWords({ text, flags: {} }, danger);
      return [{ kind: 'say', step: 'danger', text: say(lang, key), dial }];
    },
    plain: (lang, key, blanks) => [{ kind: 'say', step: 'answer', text: say(lang, key, blanks) }],
    progressLater: (lang) => [{ kind: 'say', step: 'answer', text: say(lang, 'progress.later') }],
  };
}

/** Did the citizen leave a number to be called on? */
function isReachable({ ticket }: TicketNews): boolean {
  return ticket.fields.caller_phone?.status === 'given';
}
