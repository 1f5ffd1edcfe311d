import type { Turn } from './turn';

/**
 * The language of the answers is that of the citizen's first words. Later only a whole message in another language
 * changes it: a name or an address in Latin letters is no change.
 */
export function takeLanguage(t: Turn): void {
  const { lang } = t.input.understanding;
  const han = (t.text.match(/\p{Script=Han}/gu) ?? []).length;
  const words = (t.text.match(/[a-z]{2,}/gi) ?? []).length;
  const fresh = t.flags.spoke !== true;
  if (han + words > 0 || lang === 'mn' || lang === 'mn-cyrl') t.flags.spoke = true;
  if (lang === 'mn' || lang === 'mn-cyrl') {
    t.lang = 'mn';
    if (t.flags.mongolian !== true) t.say('say', 'note.mongolian');
    t.flags.mongolian = true;
  } else if (lang === 'en' && han === 0 && (fresh ? words >= 1 : words >= 6)) t.lang = 'en';
  else if (t.lang !== 'zh' && han >= (fresh ? 2 : 6) && words < han) t.lang = 'zh';
}
