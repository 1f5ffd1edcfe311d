/** A bytea inside a JSON parameter: PostgreSQL's own hex form. */
export function byteaText(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`;
}
