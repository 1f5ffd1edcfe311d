import type { Sentence } from '../slots/slot';
import type { DialogCatalogue } from './catalogue';
import type { DialogState } from './state';

export type Blanks = Readonly<Record<string, string | number>>;
type Lang = DialogState['lang'];

/** A sentence in the citizen's language with its blanks filled. A Mongolian draft is never shown: Chinese stands in. */
export function inLanguage(sentence: Sentence, lang: Lang, blanks: Blanks = {}): string {
  const text =
    lang === 'en'
      ? sentence.en
      : lang === 'mn' && sentence.mn?.draft === false
        ? sentence.mn.text
        : sentence.zh;
  return text.includes('{')
    ? text.replace(/\{(\w+)\}/g, (whole, name: string) => String(blanks[name] ?? whole))
    : text;
}

/** The sentence of a key; `turn` picks among several. A missing key is a fault that the inspection reports at load. */
export function word(
  catalogue: DialogCatalogue,
  lang: Lang,
  key: string,
  blanks: Blanks = {},
  turn = 0,
): string {
  const sentences = catalogue.wording.get(key);
  const sentence = sentences?.[turn % sentences.length];
  return sentence === undefined ? '' : inLanguage(sentence, lang, blanks);
}
