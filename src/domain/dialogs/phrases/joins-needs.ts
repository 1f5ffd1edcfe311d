const JOINED =
  /还有(?:一?个|一?件|一?样|就是|个)|另外|顺便|再一个|再有|对了|除了这个|also|another thing|besides|one more/i;

/** "再一个…", "另外…": one matter is told beside another. */
export function joinsNeeds(text: string): boolean {
  return JOINED.test(text);
}
