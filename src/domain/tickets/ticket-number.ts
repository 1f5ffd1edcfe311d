/**
 * Ticket numbers: eight digits in two groups, e.g. `4821 3097`. Digits only, because they are read aloud on the
 * telephone and typed by people who do not use Latin letters. The last digit is a Damm check digit: it catches every
 * single wrong digit and every swap of two neighbours (H. M. Damm, 2004).
 */
export const TICKET_NUMBER_LENGTH = 8;

/** Damm's quasigroup of order 10: row = interim digit, column = next digit. */
const DAMM = [
  '0317598642', '7092154863', '4206871359', '1750983426', '6123045978',
  '3674209581', '5869720134', '8945362017', '9438617205', '2581436790',
]; // prettier-ignore

function damm(digits: string): number {
  let interim = 0;
  for (const digit of digits) interim = Number(DAMM[interim]?.[Number(digit)]);
  return interim;
}

/** Makes the number from `serial`, 0 ≤ serial < 9,000,000; distinct serials give distinct numbers. */
export function ticketNumber(serial: number): string {
  if (!Number.isInteger(serial) || serial < 0 || serial >= 9_000_000)
    throw new RangeError('serial out of range');
  const body = String(1_000_000 + serial);
  return body + String(damm(body));
}

const HAN_DIGITS: Readonly<Record<string, string>> = {
  零: '0', 〇: '0', 一: '1', 幺: '1', 二: '2', 两: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9',
}; // prettier-ignore

/** Finds a valid ticket number as people write or say it (`4821-3097`, `四八二一 三零九七`); undefined when there is none. */
export function parseTicketNumber(text: string): string | undefined {
  const digits = text
    .normalize('NFKC')
    .replace(/[零〇一幺二两三四五六七八九]/g, (han) => HAN_DIGITS[han] ?? han);
  for (const run of digits.matchAll(/\d(?:[\s\-–—.]?\d){7,}/g)) {
    const plain = run[0].replace(/\D/g, '');
    if (plain.length === TICKET_NUMBER_LENGTH && isTicketNumber(plain)) return plain;
  }
  return undefined;
}

export function isTicketNumber(number: string): boolean {
  return /^[1-9]\d{7}$/.test(number) && damm(number) === 0;
}

/** `48213097` → `4821 3097`, for reading. */
export function groupTicketNumber(number: string): string {
  return `${number.slice(0, 4)} ${number.slice(4)}`;
}
