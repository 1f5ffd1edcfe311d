import { lintWording } from '../dialogs/lint-wording';

/** A verdict on the person, in whatever words: what the office decides is not for the service to say. */
const VERDICT =
  /不?符合|[能可]领|不能领|可以?享受|不?够格|有资格|没资格|够条件|达标|不达标|[会能](?:批|给)|批(?:得|不)下|(?:拿|领)(?:得|不)?到|(?<!不)一定|肯定|保证|\b(?:eligible|qualif\w+|entitled|will (?:get|receive|be (?:granted|approved|refused))|guarantee\w*|approved)\b/i;
/** A sum of money, in figures or in words. */
const AMOUNT = /[\d一二两三四五六七八九十百千万几]\s*(?:多|来)?(?:元|块|万(?!一)|角|毛)|￥|¥|yuan|\brmb\b/i;

/** What is wrong with a line of a pre-screen; empty when nothing is. It may be read by citizens and officers alike. */
export function lintPrescreen(text: string, lang: 'zh' | 'en'): string[] {
  const verdict = VERDICT.exec(text);
  const amount = AMOUNT.exec(text);
  return [
    ...lintWording(text, lang),
    ...(verdict ? [`"${verdict[0]}" reads as a decision; say what is looked at instead`] : []),
    ...(amount ? [`"${amount[0]}" is an amount; leave it to the office`] : []),
  ];
}
