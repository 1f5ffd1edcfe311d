import type { Language } from '../labels';
import { SCRIPT, scriptOf } from './script-of';
import { foldCode } from './fold';

/** Words that tell English from pinyin or another tongue in Latin letters. */
const ENGLISH = new Set(
  'a about after again all am an and any apply are ask at be because been bot but by call can cannot check child children come could day days did do does doing dont each even every family father find fire first for from get give go good got had has have he hello help her here hi him his home house how i if im in into is it its job just know last let like live local long lost make many me mother money month months more my need no not now of off office ok old on one only or other our out pay people person phone please poor school she sick smell so some son still stop tell test thank thanks that the their them then there they this three time to today told too two up us use very wait want was water we well were what when where which who why will wife with work would year years yes you your'.split(
    ' ',
  ),
);
/** Letters of Mongolian Cyrillic that Russian lacks, and words that Russian lacks. */
const MONGOLIAN_CYRILLIC =
  /[өүӨҮ]|(?:^|[^а-яё])(?:би|миний|минь|манай|байна|бна|уу|вэ|та|юу|хэн|яаж|хаана|гэж|болно|сайн|хүн|айл|надад|туслаач|тусламж|мал|аав|ээж|мөнгө|энэ|тэр|чинь|хаягаа|ажил|ажлаа|байхгүй|хэрэгтэй|өвчтэй)(?![а-яё])/i;
const RUSSIAN = /[ыэёщъ]|(?:^|[^а-я])(?:и|не|что|как|мне|нам|помощь|помогите|деньги|где|меня|это)(?![а-я])/i;

/** The language of the words of a message; `mixed` where two of them carry it, `other` where none is known. */
export function languageOf(text: string): Language {
  let han = 0;
  let latin = 0;
  let cyrillic = 0;
  let mongolian = 0;
  let kana = 0;
  let foreign = 0;
  const length = Math.min(text.length, 2000);
  for (let at = 0; at < length; at += 1) {
    const code = foldCode(text.charCodeAt(at));
    const script = scriptOf(code);
    if (script === SCRIPT.han) {
      if (code >= 0x3400 && code < 0xa000) han += 1;
      else kana += 1;
    } else if (script === SCRIPT.letter) {
      if (code < 0x2b0) latin += 1;
      else if (code >= 0x400 && code < 0x530) cyrillic += 1;
      else if (code >= 0x1820 && code < 0x18b0) mongolian += 1;
      else foreign += 1;
    }
  }
  if (mongolian > 0 && mongolian * 2 >= han + latin / 3)
    return han > 1 || latin > 12 ? (mongolian > 3 * han ? 'mn' : 'mixed') : 'mn';
  if (kana + foreign > han + latin + cyrillic) return 'other';
  if (han === 0 && cyrillic === 0) return latin === 0 ? (mongolian > 0 ? 'mn' : 'zh') : ofLatin(text);
  if (cyrillic > han * 2) return latin > cyrillic ? 'mixed' : ofCyrillic(text);
  // A Latin name, a unit or "ok" inside Chinese does not make it mixed; two words do.
  const words =
    latin === 0
      ? 0
      : (text.match(/[a-z]{2,}/gi) ?? []).filter(
          (word) => !/^(?:ok|app|qq|vip|icu|atm|ktv|km|kg|id|ct|wifi|sim)$/i.test(word),
        ).length;
  const share = latin / 3 / (han + latin / 3);
  return (words >= 1 && share >= 0.12) || words >= 3 || cyrillic > 2 ? 'mixed' : 'zh';
}

function ofLatin(text: string): Language {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  const known = words.filter((word) => ENGLISH.has(word)).length;
  const pinyin = words.filter(isSyllable).length;
  if (words.length === 0) return 'other';
  if (known / words.length >= 0.25 && pinyin - known < words.length * 0.5) return 'en';
  if (pinyin / words.length >= 0.6) return known > 2 || pinyin >= 2 ? 'mixed' : 'en';
  return known > 0 || words.length <= 3 ? 'en' : 'other';
}

function ofCyrillic(text: string): Language {
  if (MONGOLIAN_CYRILLIC.test(text)) return 'mn-cyrl';
  return RUSSIAN.test(text) ? 'other' : 'mn-cyrl';
}

const SYLLABLE =
  /^(?:[bpmfdtnlgkhjqxzcsryw]|zh|ch|sh)?(?:a|o|e|ai|ei|ao|ou|an|en|ang|eng|ong|er|i|ia|ie|iao|iu|ian|in|iang|ing|iong|u|ua|uo|uai|ui|uan|un|uang|ue|ve|v)$/;

function isSyllable(word: string): boolean {
  return SYLLABLE.test(word);
}
