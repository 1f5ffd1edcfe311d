import type { Turn } from './turn';

/** Dialogs about one person's illness or accident, who need not be the writer. */
const OF_THE_PATIENT = new Set(['temporary-assistance', 'joint-case']);

/** "您儿子": whose age is asked and read back, where that is not the writer; undefined where it is. */
export function patientInWords(t: Turn): string | undefined {
  const { patient } = t.flags;
  if (typeof patient !== 'string' || t.need?.subject !== 'self' || !OF_THE_PATIENT.has(t.dialog?.id ?? ''))
    return undefined;
  return t.word(`patient.${patient}`);
}

/** Is the case about a child? */
export function isAboutChild(t: Turn): boolean {
  return t.needs.some(({ measure }) => measure === 'M10' || measure === 'M11');
}
