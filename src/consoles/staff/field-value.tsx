import type { ReactNode } from 'react';
import type { CaseField } from '../../contract/case-fields';
import { useWords } from './words';

/** A list, one entry a line: 老伴 72岁 有糖尿病. What is only for the machine is left out. */
function Rows({ rows }: { rows: NonNullable<CaseField['rows']> }): ReactNode {
  const { panel } = useWords();
  return (
    <ul className="entries">
      {rows.map((row, index) => (
        <li key={index}>
          {Object.entries(row)
            .filter(([column, value]) => column !== 'is' && value !== null && value !== '')
            .map(([column, value]) =>
              column === 'age' ? panel.years.replace('{n}', String(value)) : String(value),
            )
            .join(' · ')}
        </li>
      ))}
    </ul>
  );
}

/** A detail as people read it: yes and no in words, "does not know" and "will not say" as the answers that they are. */
export function FieldValue({ slot, field }: { slot: string; field: CaseField }): ReactNode {
  const words = useWords();
  if (field.status === 'unknown') return <i className="mute">{words.panel.unknown}</i>;
  if (field.status === 'refused') return <i className="mute">{words.panel.refused}</i>;
  const { value, rows } = field;
  if (rows !== undefined && rows.length > 0) return <Rows rows={rows} />;
  if (value === true) return words.panel.yes;
  if (value === false) return words.panel.no;
  if (slot === 'subject' && (value === 'self' || value === 'family' || value === 'other'))
    return words.subject[value];
  return value === null ? <i className="mute">{words.panel.missing}</i> : String(value);
}
