import { findAges } from '../../understanding/entities/age';

const YOUNGEST_ALONE = 14;
const PUPIL =
  /(?:我|俺)(?:今年)?(?:是|上|在|念|读)(?:小学|幼儿园|大班|中班)?(?:的)?(?:小学生|[一二三四五六]年级|小学[一二三四五六]?年?级?|幼儿园)(?!老师|的?老师|教)|\bi(?:'m| am) in (?:primary|elementary) school|\bi(?:'m| am) a (?:little )?(?:kid|child)\b/i;
const SELF =
  /(?:^|[，,。.\s])(?:我|俺)(?:今年|才|刚|现在|都|已经|是老大)*$|\bi(?:'m| am)(?: only| just)?\s*$/i;

/** Does a person under fourteen write of themselves? They are handed to a person and asked no details. */
export function isChildSpeaking(text: string): boolean {
  if (PUPIL.test(text)) return true;
  if (!/[我俺]|\bi\b/i.test(text)) return false;
  const spelled = /(?:我|俺)(?:今年|才|刚|现在)*(十[一二三]|[六七八九十])(?:了|岁)/.test(text);
  return (
    spelled ||
    findAges(text).some(
      ({ value, start }) =>
        Number(value) < YOUNGEST_ALONE && Number(value) >= 4 && SELF.test(text.slice(0, start)),
    )
  );
}
