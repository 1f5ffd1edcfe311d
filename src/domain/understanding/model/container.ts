/** Sections of typed arrays behind a JSON header: the form in which a model lies on disk. */
const KINDS = {
  u8: Uint8Array,
  i16: Int16Array,
  u16: Uint16Array,
  u32: Uint32Array,
  f32: Float32Array,
} as const;
type Kind = keyof typeof KINDS;
type Section = Uint8Array | Int16Array | Uint16Array | Uint32Array | Float32Array;

/** "TUSA" in ASCII, then the version of this form. */
const MAGIC = 0x41535554;
export const CONTAINER_VERSION = 2;

interface Header {
  readonly head: unknown;
  readonly sections: readonly {
    readonly name: string;
    readonly kind: Kind;
    readonly start: number;
    readonly count: number;
  }[];
}

/** Writes a header and its sections. The same input gives the same bytes. Little endian. */
export function packContainer(head: unknown, sections: Readonly<Record<string, Section>>): Uint8Array {
  let start = 0;
  const listed = Object.entries(sections).map(([name, data]) => {
    const kind = (Object.keys(KINDS) as Kind[]).find((key) => data instanceof KINDS[key])!;
    const entry = { name, kind, start, count: data.length };
    start += Math.ceil(data.byteLength / 64) * 64;
    return entry;
  });
  const json = new TextEncoder().encode(JSON.stringify({ head, sections: listed } satisfies Header));
  const first = Math.ceil((12 + json.length) / 64) * 64;
  const bytes = new Uint8Array(first + start);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, CONTAINER_VERSION, true);
  view.setUint32(8, json.length, true);
  bytes.set(json, 12);
  for (const entry of listed) {
    const data = sections[entry.name]!;
    bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), first + entry.start);
  }
  return bytes;
}

/**
 * Reads what packContainer wrote; the arrays are views into the bytes.
 * Throws a RangeError on anything else: the file is to be built again.
 */
export function unpackContainer(source: Uint8Array): {
  readonly head: unknown;
  readonly section: <K extends Kind>(name: string, kind: K) => InstanceType<(typeof KINDS)[K]>;
} {
  const bytes = source.byteOffset % 64 === 0 ? source : source.slice();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || view.getUint32(0, true) !== MAGIC) throw new RangeError('not a model file');
  if (view.getUint32(4, true) !== CONTAINER_VERSION) throw new RangeError('model file of another version');
  const size = view.getUint32(8, true);
  const { head, sections } = JSON.parse(new TextDecoder().decode(bytes.subarray(12, 12 + size))) as Header;
  const first = Math.ceil((12 + size) / 64) * 64;
  return {
    head,
    section: (name, kind) => {
      const entry = sections.find((section) => section.name === name && section.kind === kind);
      if (!entry) throw new RangeError(`model file without section ${name}`);
      const { start, count } = entry;
      if (first + start + count * KINDS[kind].BYTES_PER_ELEMENT > bytes.length)
        throw new RangeError('model file cut short');
      return new KINDS[kind](
        bytes.buffer as ArrayBuffer,
        bytes.byteOffset + first + start,
        count,
      ) as InstanceType<(typeof KINDS)[typeof kind]>;
    },
  };
}
