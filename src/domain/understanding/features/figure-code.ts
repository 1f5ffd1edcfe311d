/** In the private use area, where no letter is. */
const FIRST = 0xe000;

/** The placeholder that stands for a figure of so many digits: a count, a year or price, a phone number, an identity number. */
export function figureCode(digits: number): number {
  return FIRST + figureClass(digits);
}

function figureClass(digits: number): number {
  if (digits <= 2) return 1;
  if (digits <= 4) return 2;
  if (digits <= 6) return 3;
  return digits === 11 ? 5 : digits < 15 ? 4 : 6;
}
