/** A fault of the catalogue as a whole. `near` is text on the line that has it. */
export interface InspectionFault {
  readonly file: string;
  readonly near?: string;
  readonly fault: string;
}
