import type { Need } from '../state';
import { askNext } from './ask-next';
import type { Turn } from './turn';

const FAMILY: Readonly<Record<string, string>> = {
  report: 'misconduct-report',
  suggestion: 'suggestion-praise',
  praise: 'suggestion-praise',
  offer: 'offer',
  complaint: 'complaint',
  progress: 'progress',
};
/** Group measures keep their own questions also where a neighbour writes. */
const OWN_QUESTIONS = new Set(['M14']);

/** Enters the dialog of the first need and asks its first question. */
export function startDialog(t: Turn): void {
  const need = t.need;
  if (need === undefined) return;
  const id = t.flags.batch === undefined ? dialogOf(t, need) : 'batch-report';
  const dialog = t.catalogue.dialogs.get(id) ?? t.catalogue.dialogs.get('general-matter');
  if (dialog === undefined) return;
  t.dialog = { id: dialog.id, version: dialog.version, step: 'start' };
  t.flags.asked = 0;
  if (need.danger === 'exposure' && t.flags.alerted !== true) {
    t.flags.alerted = true;
    t.emit({ kind: 'danger', danger: 'exposure' });
    t.say('danger', 'danger.lane', {}, { handoff: 'exposure', dial: ['110', '120'] });
  }
  if (dialog.opening !== undefined && t.flags.elder !== 'on')
    t.say('say', dialog.opening, { need: need.measure === null ? '' : t.word(`need.${need.measure}`) });
  askNext(t);
}

/** Which dialog collects a need: by what the person wants, then by whom it is about, then by the measure. */
export function dialogOf(t: Turn, need: Need): string {
  if (need.act !== 'help' && need.act !== 'consult') {
    const byAct = FAMILY[need.act];
    if (byAct !== undefined) return byAct;
  }
  if (need.scope === 'referral') return 'referral';
  if (need.scope !== 'measure' || need.measure === null) return 'general-matter';
  if (need.measure === 'M20') return 'social-forces';
  if (need.danger === 'exposure' || OWN_QUESTIONS.has(need.measure)) return 'advance-relief';
  if (need.subject === 'other') return 'third-party-report';
  return t.catalogue.measures.get(need.measure)?.dialog ?? 'general-matter';
}
