import { hash, verify } from '@node-rs/argon2';
import type { Passwords } from '../../application/access-ports';

/** argon2id with the memory and passes that OWASP names as the least: 19 MiB, 2 passes, about 20 ms. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const argon2Passwords: Passwords = {
  hash: (password) => hash(password.normalize('NFKC'), OPTIONS),
  async verify(stored, password) {
    try {
      return await verify(stored, password.normalize('NFKC'));
    } catch {
      // Not a hash of this kind: nobody gets in by it.
      return false;
    }
  },
};
