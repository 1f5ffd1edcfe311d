import { useState, type ReactNode } from 'react';
import type { TicketSheet as Sheet } from '../../contract/ticket';
import { FieldValue } from '../staff/field-value';
import { dayTime } from '../staff/time-in-words';
import { fill, useLang, useWords } from '../staff/words';
import { ClockBar } from './clock-bar';
import { groupNumber } from './group-number';
import { PrescreenPanel } from './prescreen-panel';
import { UnmaskDialog } from './unmask-dialog';

/** Which details answer which question of the sheet; whatever is not here stands under 其他. */
const GROUPS = {
  who: [
    'caller_name',
    'caller_phone',
    'subject',
    'subject_name',
    'subject_age',
    'household_size',
    'household_members',
    'subject_knows',
  ],
  where: ['current_address', 'registered_address'],
  what: ['what_happened', 'need', 'complaint_about', 'danger_words', 'more'],
  since: ['event_date', 'last_work', 'last_contact'],
  safe: ['safety', 'self_care', 'carer'],
} as const;
const GROUP_NAMES = ['who', 'where', 'what', 'since', 'safe'] as const;
const GROUPED: ReadonlySet<string> = new Set(Object.values(GROUPS).flat());

/** The ticket as a sheet that can be printed: who, where, what, since when, safe now, and its clock. */
export function TicketSheet({ sheet, unmask }: { sheet: Sheet; unmask: (sheet: Sheet) => void }): ReactNode {
  const words = useWords();
  const lang = useLang();
  const { office } = words;
  const [asking, setAsking] = useState(false);
  const rest = Object.keys(sheet.fields).filter((slot) => !GROUPED.has(slot));
  const rows = [
    ...GROUP_NAMES.map((name) => ({ name, slots: GROUPS[name].filter((slot) => slot in sheet.fields) })),
    { name: 'more' as const, slots: rest },
  ].filter(({ slots }) => slots.length > 0);
  const masked = Object.values(sheet.fields).some((field) => field.masked);

  return (
    <article className={`sheet ${sheet.urgency}`}>
      <header className="sheet-head">
        <p className="sheet-number">{groupNumber(sheet.number)}</p>
        <h2>
          {sheet.measure !== null && <span className="mute">{sheet.measure} </span>}
          {sheet.measureTitle?.[lang] ??
            (sheet.danger === 'none' ? words.act[sheet.act] : words.danger[sheet.danger])}
        </h2>
        <p className="tags">
          {sheet.danger !== 'none' && <b className="tag red">⚠ {words.danger[sheet.danger]}</b>}
          {sheet.urgency !== 'normal' && (
            <b className={`tag ${sheet.urgency === 'critical' ? 'red' : 'amber'}`}>
              {words.urgency[sheet.urgency]}
            </b>
          )}
          <span className={`tag ${sheet.state === 'resolved' || sheet.state === 'closed' ? 'grass' : ''}`}>
            {words.state[sheet.state]}
          </span>
          {sheet.outcome !== null && <span className="tag grass">{words.outcome[sheet.outcome]}</span>}
          {sheet.reopened > 0 && (
            <span className="tag amber">{fill(office.reopened, { n: sheet.reopened })}</span>
          )}
          <span className="tag">{words.act[sheet.act]}</span>
        </p>
        <button type="button" className="link wide-only no-print" onClick={() => window.print()}>
          {office.print}
        </button>
      </header>
      {sheet.needsPerson && (
        <p className="unsure">⚠ {fill(office.needsPerson, { why: sheet.routingReason })}</p>
      )}
      <section className="clocks" aria-label={office.clock}>
        {sheet.clocks.map((clock) => (
          <ClockBar key={clock.mark} clock={clock} />
        ))}
        {sheet.clocks.length === 0 && <p className="mute">{office.noClock}</p>}
      </section>
      {masked && (
        <p className="no-print">
          <button type="button" className="link" onClick={() => setAsking(true)}>
            {office.unmask}
          </button>
          <span className="mute">{office.unmaskWhy}</span>
        </p>
      )}
      <dl className="rows">
        {rows.map(({ name, slots }) => (
          <div key={name} className={name === 'safe' ? 'safe' : ''}>
            <dt>{office[name]}</dt>
            {slots.map((slot) => {
              const field = sheet.fields[slot];
              return (
                field && (
                  <dd key={slot} className={field.confirmed ? '' : 'unconfirmed'}>
                    <span className="mute">{words.slot[slot] ?? slot}</span>{' '}
                    {field.masked ? (
                      <button type="button" className="masked" onClick={() => setAsking(true)}>
                        <FieldValue slot={slot} field={field} /> <small>{office.unmask}</small>
                      </button>
                    ) : (
                      <b>
                        <FieldValue slot={slot} field={field} />
                      </b>
                    )}
                  </dd>
                )
              );
            })}
          </div>
        ))}
      </dl>
      {sheet.prescreen !== null && <PrescreenPanel prescreen={sheet.prescreen} />}
      <p className="mute sheet-foot">
        {office.holder} {sheet.holder?.name ?? office.nobody} · {office.filedAt}{' '}
        {dayTime(sheet.createdAt, words)}
        {sheet.routingReason !== '' && !sheet.needsPerson && ` · ${sheet.routingReason}`}
      </p>
      {asking && (
        <UnmaskDialog
          number={sheet.number}
          close={() => setAsking(false)}
          done={(whole) => {
            unmask(whole);
            setAsking(false);
          }}
        />
      )}
    </article>
  );
}
