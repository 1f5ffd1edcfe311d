import type { ReactNode } from 'react';
import type { CaseField } from '../../contract/case-fields';
import { useWords } from './words';

/** A detail as people read it: yes and no in words, "does not know" and "will not say" as the answers that they are. */
export function FieldValue({ slot, field }: { slot: string; field: CaseField }): ReactNode {
  const words = useWords();
  if (field.status === 'unknown') return <i className="mute">{words.panel.unknown}</i>;
  if (field.status === 'refused') return <i className="mute">{words.panel.refused}</i>;
  const { value } = field;
  if (value === true) return words.panel.yes;
  if (value === false) return words.panel.no;
  if (slot === 'subject' && (value === 'self' || value === 'family' || value === 'other'))
    return words.subject[value];
  return value === null ? <i className="mute">{words.panel.missing}</i> : String(value);
}
