/**
 * Seals personal data at rest. Every record has a data key of its own, which is stored beside it wrapped by a master
 * key of the installation; rotating the master key re-wraps the data keys and leaves what they seal alone.
 */
export interface Vault {
  /** A fresh data key, wrapped by the current master key: what is stored with the record. */
  newKey(): Buffer;
  /** `kind` names what is sealed, e.g. `message`; the same kind is needed to open it. */
  seal(wrappedKey: Buffer, kind: SealKind, bytes: string | Buffer): Buffer;
  /** Throws TusaError `internal` when the record was altered, or names the master key that is missing. */
  open(wrappedKey: Buffer, kind: SealKind, sealed: Buffer): Buffer;
  /** The same data key wrapped by the current master key; undefined when it is already. */
  rewrap(wrappedKey: Buffer): Buffer | undefined;
}

export type SealKind =
  | 'channel_user' | 'state' | 'message' | 'fields' | 'note' | 'reason' | 'answer' | 'file' | 'file_name' | 'secret'; // prettier-ignore

/** A keyed hash of a telephone number: equal numbers give equal bytes, and nothing reads the number back. */
export interface BlindIndex {
  (phone: string): Buffer;
}
