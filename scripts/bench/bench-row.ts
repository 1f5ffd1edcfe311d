/** One figure of `npm run bench`, as it is printed. Ratios are figures of one run on one machine. */
export interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}
