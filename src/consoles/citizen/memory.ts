/**
 * What the page keeps on this device, so that it comes back where it was: the conversation's key, how far it was read,
 * unsent words, the half-written sentence, and how the reader likes the page. The talk itself is not kept here.
 */
export interface Memory {
  read<T>(name: Name): T | undefined;
  write(name: Name, value: unknown): void;
  forget(...names: Name[]): void;
}
type Name = 'session' | 'watermark' | 'unsent' | 'draft' | 'liking';

/** Private windows refuse storage: then everything lasts as long as the page. */
export function openMemory(storage: Storage | undefined): Memory {
  const fallback = new Map<string, string>();
  const key = (name: Name): string => `tusa.${name}`;
  return {
    read(name) {
      try {
        const stored = storage?.getItem(key(name)) ?? fallback.get(name);
        // Written by this page alone.
        return stored === undefined ? undefined : (JSON.parse(stored) as never);
      } catch {
        return undefined;
      }
    },
    write(name, value) {
      const json = JSON.stringify(value);
      fallback.set(name, json);
      try {
        storage?.setItem(key(name), json);
      } catch {
        // Full or refused: the map above holds it.
      }
    },
    forget(...names) {
      for (const name of names) {
        fallback.delete(name);
        try {
          storage?.removeItem(key(name));
        } catch {
          // As above.
        }
      }
    },
  };
}
