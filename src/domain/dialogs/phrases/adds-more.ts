const MORE = /补充|忘了说|还想说|再说一(?:点|下)|漏了|to add|i forgot/i;

/** "补充一下", "忘了说": more of a matter that is filed already. */
export function addsMore(text: string): boolean {
  return MORE.test(text);
}
