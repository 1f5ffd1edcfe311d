import type { FieldValue } from '../../tickets/ticket';
import type { Turn } from './turn';

/** Details of the person that serve the next case as well. */
const KEPT = [
  'caller_name',
  'caller_phone',
  'current_address',
  'registered_address',
  'household_size',
  'current_aid',
  'papers',
];
const CALLER = ['caller_name', 'caller_phone'];

/**
 * Files the case, once: the needs are gone from the state afterwards. `confirmed` marks what was read back; in danger
 * nothing was. `unanswered`: the person fell silent before they could say whether it is right.
 */
export function fileCase(t: Turn, confirmed = false, unanswered = false): void {
  if (t.needs.length === 0) return;
  if (t.need?.subject === 'self' && t.given('caller_name') && !t.known('subject_name'))
    t.fill('subject_name', t.fields.caller_name?.value ?? null);
  if (confirmed && !t.known('consent')) t.fill('consent', true);
  const fields: Record<string, FieldValue> = {};
  for (const [slot, field] of Object.entries(t.fields)) fields[slot] = { ...field, confirmed };
  const against = t.flags.against;
  t.emit({
    kind: 'file',
    needs: t.needs,
    fields,
    places: t.places,
    anonymous: t.fields.caller_name?.status === 'refused' || t.flags.shielded === true,
    ...(typeof against === 'string' ? { against } : {}),
    ...(unanswered ? { unconfirmed: true } : {}),
  });
  delete t.flags.unconfirmed;
  t.flags.filed = Number(t.flags.filed ?? 0) + 1;
  t.flags.filedMeasures = t.needs.map(({ measure }) => measure ?? '').join(' ');
  delete t.flags.against;
  delete t.flags.shielded;
  // Where somebody else lives says nothing about the next case; in danger the place is still being found out.
  const own = !confirmed || t.need?.subject === 'self';
  t.fields = Object.fromEntries(
    Object.entries(t.fields).filter(([slot]) => (own ? KEPT : CALLER).includes(slot)),
  );
  if (!own) t.places = {};
  t.closeCase();
}
