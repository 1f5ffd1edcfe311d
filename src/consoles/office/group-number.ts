/** `48213097` → `4821 3097`, for reading on the telephone. */
export function groupNumber(number: string): string {
  return number.replace(/^(\d{4})(?=\d{4}$)/, '$1 ');
}
