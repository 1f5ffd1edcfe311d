/** Written in Mongolian, in either script. */
export function isMongolian(text: string): boolean {
  return (text.match(/[\p{Script=Mongolian}\p{Script=Cyrillic}]/gu) ?? []).length >= 3;
}
