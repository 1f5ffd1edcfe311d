import { QUESTION_KINDS, type QuestionKind } from '../../prescreen/prescreen-file';
import { findDigression } from './find-digression';

const LONGEST = 60;
const ASKS: Readonly<Record<QuestionKind, RegExp>> = {
  refused:
    /(?:不|没|未)(?:给)?批|批不下来|(?:被|给)?(?:拒|驳)(?:了|绝|回)|不服|复议|停发|给停|refus|reject|appeal/i,
  papers:
    /材料|手续|证件|证明|(?:带|拿|准备)(?:点|些)?(?:什么|啥|甚|哪些)|papers|documents|paperwork|what (?:do i|to) bring/i,
  time: /多久|多长时间|几天|多少天|什么时候|啥时候|多会儿|how long|how soon|\bwhen\b/i,
  amount: /多少钱|给多少|发多少|几个钱|标准是?多少|多少(?:一个月|一年)|how much/i,
  where:
    /(?:怎么|咋|如何)(?:样|去)?(?:申请|办|报|弄|交|领|要)|(?:去|到|上|在)(?:哪|什么地方)|找(?:谁|哪)|哪儿?(?:办|申请|交|管)|谁管|how (?:do|to|can|should) (?:i |we )?(?:apply|get|ask)|where|which office/i,
  conditions:
    /条件|哪些人|哪种人|什么(?:样的)?人|啥(?:样的)?人|谁能|谁可以|够不够|够格|资格|算不算|要求|什么情况|啥情况|怎么算|咋算|who can|conditions?|requirements?|eligib|qualif/i,
};

/** What a question to the policy is after, most telling first; empty where no word tells. */
export function questionKinds(text: string): QuestionKind[] {
  const kinds = QUESTION_KINDS.filter((kind) => ASKS[kind].test(text));
  if (kinds.length === 0 && text.length <= LONGEST && findDigression(text, false) === 'eligible')
    return ['conditions'];
  return kinds;
}
