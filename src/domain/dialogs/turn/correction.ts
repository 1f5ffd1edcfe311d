/** A detail taken back, and the words that hold what is meant instead. */
export interface Correction {
  readonly slot: string;
  readonly words: string;
  /** What is meant, where it was read already. */
  readonly value?: string | number;
  /** Only that it is wrong was said, not what is right: "电话错了，最后一位是2". */
  readonly again?: true;
}
