/** Nothing to read: empty, only signs or emoji, one key held down, keyboard rows. */
export function isNoise(text: string): boolean {
  const bare = text.replace(/[^\p{L}\p{N}]/gu, '');
  if (bare === '') return true;
  if (/^(.)\1{5,}$/u.test(bare)) return true;
  if (/^\d{12,}$/.test(bare)) return true;
  return (
    /^(?:asdf|qwer|zxcv|hjkl|sdfg|dfgh|fghj|jkl)[a-z]*$/i.test(bare) ||
    /^[bcdfghjklmnpqrstvwxz]{6,}$/i.test(bare)
  );
}
