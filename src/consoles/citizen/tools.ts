import type { CitizenWords } from '../locale/zh';
import { button } from './element';
import { SIZES, type Liking } from './likings';
import { canReadAloud } from './read-aloud';

/** The row at the top: elder mode, text size, read aloud, language. Drawn anew with every change. */
export function drawTools(
  place: HTMLElement,
  liking: Liking,
  words: CitizenWords,
  change: (next: Liking) => void,
): void {
  const focused = document.activeElement?.id;
  const next = SIZES[(SIZES.indexOf(liking.size) + 1) % SIZES.length] ?? SIZES[0];
  const pressed = (on: boolean): Record<string, string> => ({ 'aria-pressed': String(on) });
  const size = button(words.size, () => change({ ...liking, size: next }), {
    id: 'tool-size',
    'aria-label': `${words.size}，${words.sizeNow.replace('{size}', words.sizes[liking.size])}`,
    ...pressed(liking.size !== SIZES[0]),
  });
  const elder = button(
    words.elder,
    () =>
      change({
        ...liking,
        elder: !liking.elder,
        size: liking.elder ? 20 : liking.size === 20 ? 24 : liking.size,
      }),
    { id: 'tool-elder', ...pressed(liking.elder) },
  );
  const hear = button(words.hear, () => change({ ...liking, hear: !liking.hear }), {
    id: 'tool-hear',
    ...pressed(liking.hear),
  });
  const language = button(
    words.otherLanguage,
    () => change({ ...liking, lang: liking.lang === 'zh' ? 'en' : 'zh' }),
    { id: 'tool-language', lang: liking.lang === 'zh' ? 'en' : 'zh-CN' },
  );
  place.replaceChildren(elder, size, ...(canReadAloud() ? [hear] : []), language);
  if (focused?.startsWith('tool-')) document.getElementById(focused)?.focus();
}
