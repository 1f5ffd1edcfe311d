import type { ReactNode } from 'react';
import type { PrescreenView } from '../../contract/prescreen';
import { useLang, useWords } from '../staff/words';

const KINDS = ['for', 'against', 'missing'] as const;
const MARKS = { for: '＋', against: '－', missing: '？' } as const;

/** What speaks for the case and what against, what is missing, and the papers: to be weighed, decided by nobody yet. */
export function PrescreenPanel({ prescreen }: { prescreen: PrescreenView }): ReactNode {
  const lang = useLang();
  const { office } = useWords();
  return (
    <section className="prescreen" aria-label={office.prescreen.title}>
      <h3>{office.prescreen.title}</h3>
      <p className="mute">{office.prescreen.note}</p>
      <ul>
        {KINDS.flatMap((kind) => prescreen.lines.filter(({ speaks }) => speaks === kind)).map((line) => (
          <li key={line.policy + line.text.zh} className={line.speaks}>
            <b aria-label={office.prescreen[line.speaks]}>{MARKS[line.speaks]}</b> {line.text[lang]}{' '}
            <small className="mute" title={line.source}>
              {line.policy}
              {!line.checked && ` · ${office.prescreen.unchecked}`}
            </small>
          </li>
        ))}
      </ul>
      {prescreen.papers.length > 0 && (
        <p>
          <span className="mute">{office.prescreen.papers}</span>{' '}
          {prescreen.papers.map(({ name, have }) => (
            <span key={name.zh} className={have ? 'tag grass' : 'tag'}>
              {have && '✓ '}
              {name[lang]}
            </span>
          ))}
        </p>
      )}
    </section>
  );
}
