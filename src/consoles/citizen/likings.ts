import type { CitizenWords } from '../locale/zh';
import { citizen as en } from '../locale/en';
import { citizen as zh } from '../locale/zh';
import type { Memory } from './memory';

export const SIZES = [20, 24, 30] as const;
/** How the reader likes the page; kept on the device. */
export interface Liking {
  readonly size: (typeof SIZES)[number];
  readonly elder: boolean;
  readonly hear: boolean;
  readonly lang: 'zh' | 'en';
}

export function readLiking(memory: Memory): Liking {
  const lang = navigator.language.toLowerCase().startsWith('en') ? 'en' : 'zh';
  return { size: 20, elder: false, hear: false, lang, ...memory.read<Partial<Liking>>('liking') };
}

/** Puts the likings on the page as attributes; citizen.css does the rest. */
export function applyLiking(liking: Liking): CitizenWords {
  const words = liking.lang === 'en' ? en : zh;
  const root = document.documentElement;
  root.lang = words.lang;
  root.dataset.size = String(liking.size);
  root.toggleAttribute('data-elder', liking.elder);
  return words;
}
