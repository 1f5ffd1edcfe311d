/** `48213097` → `4821 3097`: as it is read and written down. */
export function groupNumber(number: string): string {
  return number.replace(/^(\d{4})(?=\d{4}$)/, '$1 ');
}
