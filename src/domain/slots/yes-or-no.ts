const YES =
  /^(?:嗯+|恩|对|对的|对对|是|是的|是啊|是呢|好|好的|好啊|好吧|行|行的|行吧|成|中|可以|可以的|没错|没问题|都对|全对|正确|同意|确认|没有错|没毛病|对着[呢了哩]|就是|就这样|就这样吧|要得|管|报吧|报上去吧|能|知道|他知道|她知道|有|需要|要|愿意|ok|okay|yes|yep|yeah|y|sure|right|correct|that(?:'s| is) (?:right|correct)|all (?:right|correct)|i agree|agree|agreed|fine|please do|go ahead|тийм|за)$/i;
const NO =
  /^(?:不|不是|不对|不对呀|不行|不可以|不同意|不好|不要|不用|不用了|不需要|没|没有|没有的|没呢|错|错了|有错|不是的|否|别|算了|不愿意|不知道|他不知道|她不知道|他家不知道|他们不知道|她家不知道|人家不知道|还不知道|no|nope|n|not (?:right|correct)|wrong|incorrect|no thanks?|no,? thank you|i (?:do not|don't) agree|үгүй)$/i;
const YES_START =
  /^(?:对|是的|好的|可以|同意|没错|行|嗯|yes|ok(?:ay)?|sure|right|correct)(?=[，,。.、\s啊呀呢吧了的])/i;
/** A thumb up, an OK sign, a tick. */
const NOD = /[👍👌🆗✅]/u;
const NO_START = /^(?:不对|不是|不行|不同意|没有|不用|错了|no|wrong)(?=[，,。.、\s啊呀呢吧了的])/i;

/** A short yes or no. `undefined` where it is neither, or says more than that. */
export function yesOrNo(answer: string): 'yes' | 'no' | undefined {
  const bare = answer.replace(/[\s。，,.!！~…？?、👌👍🆗✅]+$/gu, '').trim();
  if (bare === '' && NOD.test(answer)) return 'yes';
  if (bare === '' || bare.length > 24) return undefined;
  const core = bare.replace(/[，,\s]/g, (gap) => (gap === ' ' ? ' ' : ''));
  const plain = core.replace(/(?:了|呀|啊|呢|的|嘛|哈|吧|哦|噢)+$/, '') || core;
  if (NO.test(core) || NO.test(plain)) return 'no';
  if (YES.test(core) || YES.test(plain)) return 'yes';
  if (NO_START.test(bare)) return 'no';
  if (YES_START.test(bare)) return 'yes';
  return undefined;
}
