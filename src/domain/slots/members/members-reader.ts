import type { FieldRow } from '../../tickets/ticket';
import { relationIn } from './find-relations';
import type { ListReader } from '../list/list-reader';
import { readDetails, readMembers, type ToldMember } from './read-members';

/** These two are one and the same person, however the writer puts it. */
const ALIKE: readonly (readonly string[])[] = [
  ['老伴', '妻子', '丈夫'],
  ['孩子', '儿子', '女儿', '大儿子', '小儿子', '大女儿', '小女儿'],
];
/** Younger ones go to no work and seldom to a doctor: it is not asked. */
const ASKED_FROM = 6;

/** People of a household: age, and what each does or suffers from. */
export const membersReader: ListReader = {
  read(text, rows) {
    let taken = false;
    let after = [...rows];
    for (const told of readMembers(text)) {
      const at = sameAs(after, told.who);
      const before = after[at];
      if (told.gone === true) {
        if (before !== undefined) after = after.filter((row) => row !== before);
        taken ||= before !== undefined;
        continue;
      }
      const row = merged(before, told);
      after = before === undefined ? [...after, row] : after.map((one, index) => (index === at ? row : one));
      taken = true;
    }
    return taken ? after : undefined;
  },
  names: (text) => relationIn(text).length > 0,
  readColumn(text, column, names) {
    const { age, doing, is } = readDetails(text);
    if (column === 'age')
      return age === undefined
        ? undefined
        : { age, ...(is === undefined ? {} : { doing: doing ?? null, is }) };
    if (is === undefined && doing === undefined && text.length > 20) return undefined;
    return names === 1 || is !== undefined
      ? { doing: doing ?? text.slice(0, 16), is: is ?? '', ...(age === undefined ? {} : { age }) }
      : undefined;
  },
  lacks({ age, is }, column) {
    if (column === 'age') return age === undefined;
    return is === undefined && !(typeof age === 'number' && age < ASKED_FROM);
  },
  name: ({ who }) => String(who),
  inWords({ who, age, doing }, lang) {
    const years = typeof age !== 'number' ? '' : lang === 'en' ? ` ${age}` : `${age}岁`;
    const does =
      typeof doing === 'string' && doing !== ''
        ? lang === 'en'
          ? `, ${doing}`
          : years === ''
            ? doing
            : `，${doing}`
        : '';
    return `${String(who)}${years}${does}`;
  },
};

function sameAs(rows: readonly FieldRow[], who: string): number {
  const exact = rows.findIndex((row) => row.who === who);
  if (exact >= 0) return exact;
  const group = ALIKE.find((names) => names.includes(who));
  const like = rows.flatMap((row, at) =>
    group?.includes(String(row.who)) === true || String(row.who).endsWith(who) ? [at] : [],
  );
  // 女儿 beside a 儿子 is another; 孩子 may be either.
  const fits = like.filter(
    (at) =>
      who === '孩子' ||
      rows[at]?.who === '孩子' ||
      group?.includes('老伴') === true ||
      String(rows[at]?.who).endsWith(who),
  );
  return fits.length === 1 ? fits[0]! : -1;
}

function merged(before: FieldRow | undefined, { who, age, doing, is }: ToldMember): FieldRow {
  const loose = before?.who === '孩子' && who !== '孩子';
  return {
    ...before,
    who: before === undefined || loose ? who : (before.who ?? who),
    ...(age === undefined ? {} : { age }),
    ...(doing === undefined ? {} : { doing }),
    ...(is === undefined ? {} : { is }),
  };
}
