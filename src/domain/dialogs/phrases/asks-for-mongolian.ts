const LONGEST = 30;
const ASKS =
  /(?:会|能|懂|说|讲|用|有)[^，,。]{0,8}(?:蒙语|蒙古语|蒙文|蒙古文|蒙古话)[^，,。]{0,8}(?:吗|么|不|没|[?？])|(?:speak|write|use|read) mongolian/i;

/** "你会说蒙语吗": whether Mongolian is understood here, and nothing else. */
export function asksForMongolian(text: string): boolean {
  return text.length <= LONGEST && ASKS.test(text);
}
