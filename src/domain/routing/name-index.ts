interface Entry<T> {
  readonly name: string;
  readonly values: T[];
}

/** Names in running text: buckets by their first two characters, longest first. Names have two or more characters. */
export class NameIndex<T> {
  private readonly buckets = new Map<number, Entry<T>[]>();
  private readonly entries = new Map<string, Entry<T>>();

  add(name: string, value: T): void {
    const known = this.entries.get(name);
    if (known) {
      if (!known.values.includes(value)) known.values.push(value);
      return;
    }
    if (name.length < 2) return;
    const entry: Entry<T> = { name, values: [value] };
    this.entries.set(name, entry);
    const key = bucketKey(name, 0);
    const bucket = this.buckets.get(key);
    if (bucket) bucket.push(entry);
    else this.buckets.set(key, [entry]);
  }

  /** To be called once when all names are in. */
  sortLongestFirst(): void {
    for (const bucket of this.buckets.values())
      if (bucket.length > 1) bucket.sort((a, b) => b.name.length - a.name.length);
  }

  get(name: string): readonly T[] | undefined {
    return this.entries.get(name)?.values;
  }

  /** The longest name that stands at `at` and has a value that `accept` keeps. */
  longest(
    text: string,
    at: number,
    accept?: (value: T) => boolean,
  ): { name: string; values: readonly T[] } | null {
    if (at + 1 >= text.length) return null;
    const bucket = this.buckets.get(bucketKey(text, at));
    if (!bucket) return null;
    for (const entry of bucket) {
      if (!text.startsWith(entry.name, at)) continue;
      if (!accept) return entry;
      const values = entry.values.filter(accept);
      if (values.length > 0) return { name: entry.name, values };
    }
    return null;
  }
}

/** Two UTF-16 units in one small integer (30 bits); rare collisions are settled by the comparison of names. */
function bucketKey(text: string, at: number): number {
  return ((text.charCodeAt(at) & 0x7fff) << 15) | (text.charCodeAt(at + 1) & 0x7fff);
}
