import { createHmac } from 'node:crypto';
import type { BlindIndex } from '../../application/vault';

/** `secret`: 32 bytes that stay the same for the life of the database. `+86`, spaces and dashes make no difference. */
export function createBlindIndex(secret: Buffer): BlindIndex {
  return (phone) => createHmac('sha256', secret).update(plainDigits(phone)).digest().subarray(0, 16);
}

function plainDigits(phone: string): string {
  return phone
    .normalize('NFKC')
    .replace(/\D/g, '')
    .replace(/^(?:0086|86)(?=1\d{10}$)/, '');
}
