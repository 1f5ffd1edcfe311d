import type { ReactNode } from 'react';
import type { CaseField } from '../../contract/case-fields';
import type { ConversationDetail } from '../../contract/conversation';
import { FieldValue } from '../staff/field-value';
import { Panel } from '../staff/panel';
import type { Fetched } from '../staff/use-fetched';
import { fill, useWords } from '../staff/words';

/** The case as it fills itself. Unconfirmed details are dotted; each leads to the sentence that it came from. */
export function CaseForm({ detail }: { detail: Fetched<ConversationDetail> }): ReactNode {
  const words = useWords();
  const { operator } = words;
  return (
    <Panel fetched={detail} what={operator.form} rows={6}>
      {({ fields, missing, tickets, messages }) => (
        <>
          {tickets.length > 0 && (
            <p className="filed-as">
              {operator.tickets}{' '}
              {tickets.map((number) => (
                <b key={number}>{`${number.slice(0, 4)} ${number.slice(4)}`}</b>
              ))}
            </p>
          )}
          {Object.keys(fields).length === 0 && <p className="empty">{operator.emptyForm}</p>}
          <dl className="fields">
            {Object.entries(fields).map(([slot, field]) => (
              <div key={slot} className={field.confirmed ? '' : 'unconfirmed'}>
                <dt>{words.slot[slot] ?? slot}</dt>
                <dd>
                  <FieldValue slot={slot} field={field} />
                  <Source field={field} text={messages.find(({ seq }) => seq === field.source)?.text} />
                </dd>
              </div>
            ))}
          </dl>
          {missing.length > 0 && (
            <>
              <h3>{operator.missing}</h3>
              <ul className="missing">
                {missing.map((slot) => (
                  <li key={slot}>{words.slot[slot] ?? slot}</li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </Panel>
  );
}

function Source({ field, text }: { field: CaseField; text: string | undefined }): ReactNode {
  const { operator } = useWords();
  return (
    <span className="source">
      {!field.confirmed && `${operator.unconfirmed} `}
      {field.source !== undefined && text !== undefined && (
        <a href={`#said-${field.source}`} title={text}>
          {fill(operator.from, { n: field.source + 1 })}
        </a>
      )}
    </span>
  );
}
