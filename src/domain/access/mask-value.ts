/*
 * Every mask keeps the length of what it masks, so that marks on a text (what was understood of it) still stand in the
 * right place.
 */

/** Up to `shown` characters at the start and `last` at the end stay; the rest are stars. */
function star(text: string, shown: number, last = 0): string {
  const characters = [...text];
  const hidden = Math.max(0, characters.length - shown - last);
  const stars = characters
    .slice(shown, shown + hidden)
    .map((character) => '*'.repeat(character.length))
    .join('');
  return characters.slice(0, shown).join('') + stars + characters.slice(shown + hidden).join('');
}

/** `13800001234` → `138****1234`; of shorter ones less stays. */
export function maskPhone(phone: string): string {
  if (phone.length >= 11) return star(phone, phone.length - 8, 4);
  return phone.length >= 7 ? star(phone, 3, 2) : star(phone, 0, 2);
}

/** The first character, which in Chinese is the family name: `张三` → `张*`. */
export function maskName(name: string): string {
  return star(name, 1);
}

const TOWNSHIP = /^.*?(?:镇|乡|苏木|街道(?:办事处)?|[Tt]own(?:ship)?|[Ss]um|[Ss]ubdistrict)/u;
const COUNTY =
  /^(?:[^市盟]{1,6}[市盟])?[^旗县区市]{1,8}[旗县区市]|^.*?(?:[Bb]anner|[Cc]ounty|[Dd]istrict|[Cc]ity|[Ll]eague)/u;

/** Down to the township, or the county where none is named; what is more exact is starred. */
export function maskAddress(address: string): string {
  const shown = TOWNSHIP.exec(address)?.[0] ?? COUNTY.exec(address)?.[0] ?? '';
  return star(address, [...shown].length);
}

const DIGIT = /[0-9０-９]/u;

/**
 * Long runs of digits in free text, such as telephones and identity or bank numbers, whatever stands between them. What
 * `isOpen` knows, such as the number of a ticket, stays.
 */
export function maskDigits(text: string, isOpen: (digits: string) => boolean = () => false): string {
  return text.replace(/[0-9０-９](?:[\s\-－—]?[0-9０-９]){6,}/gu, (run) => {
    const digits = run.normalize('NFKC').replace(/\D/g, '');
    if (isOpen(digits)) return run;
    const last = digits.length === 11 ? 4 : 2;
    let at = 0;
    return [...run]
      .map((character) => {
        if (!DIGIT.test(character)) return character;
        at += 1;
        return at <= 3 || at > digits.length - last ? character : '*';
      })
      .join('');
  });
}
