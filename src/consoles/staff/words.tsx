import { createContext, useContext } from 'react';
import { staff as zh, type StaffWords } from '../locale/zh-staff';
import { staff as en } from '../locale/en-staff';

export type StaffLang = 'zh' | 'en';
export const STAFF_WORDS: Readonly<Record<StaffLang, StaffWords>> = { zh, en };
export const LangContext = createContext<StaffLang>('zh');

export const useLang = (): StaffLang => useContext(LangContext);
export const useWords = (): StaffWords => STAFF_WORDS[useLang()];

/** Fills the blanks of a wording: `fill('{n} 件', { n: 3 })`. */
export function fill(text: string, blanks: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(blanks[name] ?? whole));
}
