/** A roof that leaks (房子漏了) is no detail left out. */
const MORE =
  /补充|忘了说|还想说|再说一(?:点|下)|漏(?:说|报|写|填)|(?<!房子|屋子|棚子|[房屋顶棚墙雨水管家也都又])漏了|to add|i forgot/i;

/** "补充一下", "忘了说": more of a matter that is filed already. */
export function addsMore(text: string): boolean {
  return MORE.test(text);
}
