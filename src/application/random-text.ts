import type { Ids } from './ports';

/** Without letters that look like digits: these are read aloud and typed. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** Random letters and digits from the cryptographic source; 5.7 bits each. */
export function randomText(ids: Pick<Ids, 'random'>, length: number): string {
  return Array.from({ length }, () => ALPHABET.charAt(ids.random(ALPHABET.length))).join('');
}
