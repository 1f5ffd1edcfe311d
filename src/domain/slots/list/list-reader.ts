import type { FieldRow } from '../../tickets/ticket';

/**
 * How the entries of a list slot are read and said. The loop that asks for them (dialogs/turn/take-list.ts) knows
 * nothing of what an entry is.
 */
export interface ListReader {
  /** The rows after a message: new entries, changed and withdrawn ones. Undefined where it names no entry. */
  read(text: string, rows: readonly FieldRow[]): readonly FieldRow[] | undefined;
  /** Does the message name an entry at all? */
  names(text: string): boolean;
  /** The columns that an answer gives to an entry which the question named; `names`: how many it named. */
  readColumn(text: string, column: string, names: number): FieldRow | undefined;
  /** Is the column still to be asked of this entry? A column that is null was asked. */
  lacks(row: FieldRow, column: string): boolean;
  /** How a question names the entry: 老伴. */
  name(row: FieldRow): string;
  inWords(row: FieldRow, lang: 'zh' | 'en' | 'mn'): string;
}
