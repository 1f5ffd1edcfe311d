import type { Turn } from './turn';

const TOWNSHIP_OFFICE = /镇|乡|苏木|街道|村|嘎查|社区|township|village|street|community|sumu/i;
const COUNTY_OFFICE =
  /(?:旗|县|区|市)(?:里)?(?:的)?(?:民政|社会救助|政府|残联|人社|医保|教育|住建)|旗里|县里|区里|民政局|county|banner (?:civil|office|bureau)|civil affairs bureau/i;

/** Notes the office that is complained of, so that the ticket never goes there, and that the person is shielded. */
export function takeAgainst(t: Turn): void {
  const need = t.need;
  if (need === undefined || (need.act !== 'complaint' && need.act !== 'report')) return;
  t.flags.shielded = true;
  const code = t.places.present ?? t.input.place.code;
  if (code === '' || typeof t.flags.against === 'string') return;
  const told = `${String(t.fields.what_happened?.value ?? '')} ${String(t.fields.complaint_about?.value ?? '')} ${t.text}`;
  const county = COUNTY_OFFICE.test(told) && !/[镇乡木道](?:里|上|政府|的|那|民政)/.test(told);
  if (county && code.length >= 6) t.flags.against = code.slice(0, 6);
  else if (code.length === 9 || TOWNSHIP_OFFICE.test(told)) t.flags.against = code;
}
