import { useEffect, useState, type ReactNode } from 'react';
import type { Me } from '../../contract/session';
import { PAGES_OF } from './pages-of';
import type { StaffPageName } from './pages-of';
import { useLang, useWords } from './words';

/** The bar of the staff's pages: which page, who, density, language, out. */
export function Top({
  name,
  me,
  toggleLang,
  signOut,
}: {
  name: StaffPageName;
  me: Me;
  toggleLang: () => void;
  signOut: () => void;
}): ReactNode {
  const words = useWords();
  const lang = useLang();
  const [dense, setDense] = useState(() => localStorage.getItem('tusa.staff.dense') === '1');
  useEffect(() => {
    document.documentElement.toggleAttribute('data-dense', dense);
    localStorage.setItem('tusa.staff.dense', dense ? '1' : '0');
  }, [dense]);
  return (
    <header className="top">
      <img src="/icon.svg" alt="" width="24" height="24" />
      <nav aria-label={words.service}>
        {PAGES_OF[me.role].map((page) => (
          <a key={page} href={`/${page}`} aria-current={page === name ? 'page' : undefined}>
            {words.pages[page]}
          </a>
        ))}
      </nav>
      <p className="whoami">
        <b>{me.name}</b> <span>{me.office ? me.office.name[lang] : words.roles[me.role]}</span>
      </p>
      <button type="button" className="link wide-only" onClick={() => setDense(!dense)}>
        {dense ? words.density.on : words.density.off}
      </button>
      <button type="button" className="link" lang={lang === 'zh' ? 'en' : 'zh-CN'} onClick={toggleLang}>
        {words.otherLanguage}
      </button>
      <button type="button" className="link" onClick={signOut}>
        {words.signOut}
      </button>
    </header>
  );
}
