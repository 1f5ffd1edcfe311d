/** Words that a citizen is never told: a verdict on eligibility, officialese, a promise. */
const FORBIDDEN =
  /您符合|您不符合|您有资格|您没有资格|予以|敬请|贵单位|相关部门|妥善处理|受理范围|保证(?:能|给|批)|一定(?:能|会)(?:批|给)|请(?:提供|输入|发送)身份证|you (?:are|aren't|are not) eligible|you (?:do not |don't )?qualify|please provide your id/i;
const LONGEST = 30;
const LONGEST_ENGLISH = 26;

/** What is wrong with a sentence for citizens, each with its cure; empty when nothing is. */
export function lintWording(text: string, lang: 'zh' | 'en'): string[] {
  const faults: string[] = [];
  const forbidden = FORBIDDEN.exec(text);
  if (forbidden) faults.push(`"${forbidden[0]}" may not be said; say what happens next instead`);
  if (/[!！]/.test(text)) faults.push('no exclamation marks; end with a full stop');
  if ((text.match(/[?？]/g) ?? []).length > 1) faults.push('more than one question; ask one thing at a time');
  for (const part of text.replace(/\{\w+\}/g, '').split(/[。？?；;\n]|\.\s/)) {
    const length = lang === 'zh' ? [...part.replace(/[，、：\s]/g, '')].length : part.split(/\s+/).length;
    if (length > (lang === 'zh' ? LONGEST : LONGEST_ENGLISH))
      faults.push(
        `a sentence of ${length} ${lang === 'zh' ? 'characters' : 'words'}; at most ${lang === 'zh' ? LONGEST : LONGEST_ENGLISH}, split it`,
      );
  }
  return faults;
}
