import type { FieldValue, Fields } from '../tickets/ticket';
import { maskAddress, maskDigits, maskName, maskPhone } from './mask-value';

export type ShownField = FieldValue & { readonly masked?: boolean };

/** How a detail is masked, by what its slot's id ends in. */
const KINDS: readonly (readonly [RegExp, (value: string) => string])[] = [
  [/_name$/, maskName],
  [/_phone$/, maskPhone],
  [/(?:_address|^address)$/, maskAddress],
];

/** Details of a case as screens show them unless a reason is given: names, telephones and addresses in part only. */
export function maskFields(fields: Fields): Readonly<Record<string, ShownField>> {
  return Object.fromEntries(
    Object.entries(fields).map(([slot, field]) => {
      if (typeof field.value !== 'string') return [slot, field];
      const mask = KINDS.find(([ending]) => ending.test(slot))?.[1] ?? ((text: string) => maskDigits(text));
      const value = mask(field.value);
      return [slot, value === field.value ? field : { ...field, value, masked: true }];
    }),
  );
}

/** Too short to be looked for in a text without hitting other words. */
const SHORTEST = 2;

/**
 * A masker for the words of a conversation: the names, telephones and addresses that the case knows, wherever they are
 * repeated, and every long run of digits but the numbers of `tickets`.
 */
export function createTextMask(
  cases: readonly Fields[],
  tickets: readonly string[],
): (text: string) => string {
  const known = new Map<string, string>();
  for (const fields of cases) {
    for (const [slot, { value }] of Object.entries(fields)) {
      const mask = KINDS.find(([ending]) => ending.test(slot))?.[1];
      if (mask && typeof value === 'string' && value.trim().length >= SHORTEST)
        known.set(value.trim(), mask(value.trim()));
    }
  }
  // Longest first, so that an address is not cut up by a name within it.
  const ordered = [...known].sort(([a], [b]) => b.length - a.length);
  const open = new Set(tickets);
  return (text) =>
    maskDigits(
      ordered.reduce((masked, [value, shown]) => masked.replaceAll(value, shown), text),
      (digits) => open.has(digits),
    );
}

/** A span of a message that may be a person's. */
interface Span {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

const SPAN_MASKS: Readonly<Record<string, (value: string) => string>> = {
  phone: maskPhone,
  person_name: maskName,
  id_number: (text) => maskDigits(text),
  bank_card: (text) => maskDigits(text),
};

/** Stars over the personal spans that were understood in a message. */
export function maskSpans(text: string, spans: readonly Span[]): string {
  return spans.reduce((masked, { kind, start, end }) => {
    const mask = SPAN_MASKS[kind];
    return mask ? masked.slice(0, start) + mask(masked.slice(start, end)) + masked.slice(end) : masked;
  }, text);
}
