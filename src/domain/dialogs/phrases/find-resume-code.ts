import { findPhones } from '../../understanding/entities/phone';

const HAN = '零一二三四五六七八九';
const CODE = /(?<!\d)\d{3}[\s-]?\d{3}(?!\d)/;

/** The six digits with which a case goes on elsewhere, typed or spoken; a telephone in the same words is none. */
export function findResumeCode(text: string): string | undefined {
  let rest = text;
  for (const { start, end } of [...findPhones(text)].reverse())
    rest = `${rest.slice(0, start)}，${rest.slice(end)}`;
  const digits = rest
    .normalize('NFKC')
    .replace(/[〇幺]/g, (one) => (one === '幺' ? '1' : '0'))
    .replace(new RegExp(`[${HAN}]`, 'g'), (han) => String(HAN.indexOf(han)));
  return CODE.exec(digits)?.[0].replace(/\D/g, '');
}

/** `482173` → `482 173`, for reading. */
export function groupResumeCode(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}
