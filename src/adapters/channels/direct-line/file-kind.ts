/** First bytes of the kinds of file that are taken: pictures, PDF, sound. What can carry script (SVG, HTML) is not. */
const KINDS: readonly { readonly mediaType: string; readonly at: number; readonly bytes: string }[] = [
  { mediaType: 'image/jpeg', at: 0, bytes: 'ffd8ff' },
  { mediaType: 'image/png', at: 0, bytes: '89504e470d0a1a0a' },
  { mediaType: 'image/gif', at: 0, bytes: '47494638' },
  { mediaType: 'image/webp', at: 8, bytes: '57454250' },
  { mediaType: 'image/heic', at: 4, bytes: '6674797068656963' },
  { mediaType: 'image/heic', at: 4, bytes: '667479706d696631' },
  { mediaType: 'application/pdf', at: 0, bytes: '255044462d' },
  { mediaType: 'audio/amr', at: 0, bytes: '2321414d52' },
  { mediaType: 'audio/mpeg', at: 0, bytes: '494433' },
  { mediaType: 'audio/mpeg', at: 0, bytes: 'fffb' },
  { mediaType: 'audio/ogg', at: 0, bytes: '4f676753' },
  { mediaType: 'audio/wav', at: 8, bytes: '57415645' },
  { mediaType: 'audio/mp4', at: 4, bytes: '667479704d3441' },
];

/** What the bytes are, whatever the sender called them; undefined when it is not taken. */
export function fileKind(bytes: Buffer): string | undefined {
  return KINDS.find((kind) => {
    const wanted = Buffer.from(kind.bytes, 'hex');
    return bytes.subarray(kind.at, kind.at + wanted.length).equals(wanted);
  })?.mediaType;
}
