import './zod-without-eval';
import { StrictMode, useEffect, useState, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Me, Session } from '../../contract/session';
import type { Role } from '../../contract/labels';
import { ApiFault, callApi, rememberCsrf } from './api';
import { ChangePassword } from './change-password';
import { NoticeBoard } from './notices';
import { PAGES_OF, type StaffPageName } from './pages-of';
import { SignIn } from './sign-in';
import { Top } from './top';
import { LangContext, STAFF_WORDS, useWords, type StaffLang } from './words';
import '../style/staff.css';

export interface SignedIn {
  readonly me: Me;
}

/** Mounts one of the staff's pages: sign-in first, then the page with the bar above it. */
export function mountStaffPage(name: StaffPageName, page: (signedIn: SignedIn) => ReactNode): void {
  const place = document.getElementById('page');
  if (!place) throw new Error('the page lacks #page');
  createRoot(place).render(
    <StrictMode>
      <Gate name={name} page={page} />
    </StrictMode>,
  );
}

function readLang(): StaffLang {
  const stored = localStorage.getItem('tusa.staff.lang');
  return stored === 'en' || stored === 'zh' ? stored : navigator.language.startsWith('en') ? 'en' : 'zh';
}

function Gate({ name, page }: { name: StaffPageName; page: (signedIn: SignedIn) => ReactNode }): ReactNode {
  const [session, setSession] = useState<Session | 'none' | 'asking' | 'away'>('asking');
  const [lang, setLang] = useState<StaffLang>(readLang);
  const words = STAFF_WORDS[lang];

  useEffect(() => {
    document.documentElement.lang = words.lang;
    document.title = `${words.pages[name]} · ${words.service}`;
    localStorage.setItem('tusa.staff.lang', lang);
  }, [words, name, lang]);

  const enter = (next: Session): void => {
    rememberCsrf(next.csrf);
    setSession(next);
  };
  const ask = (): void => {
    callApi('readSession', {}).then(enter, (fault: unknown) => {
      const known = fault instanceof ApiFault && fault.kind === 'refused' && fault.code !== 'unavailable';
      setSession(known ? 'none' : 'away');
    });
  };
  useEffect(ask, []);

  const out = (): void => {
    callApi('signOut', {}).then(
      () => setSession('none'),
      () => setSession('none'),
    );
  };
  const toggle = (): void => setLang(lang === 'zh' ? 'en' : 'zh');
  return (
    <LangContext.Provider value={lang}>
      {typeof session === 'object' && !session.me.mustChangePassword ? (
        <NoticeBoard>
          <a className="skip" href="#main">
            {words.skip}
          </a>
          <Top name={name} me={session.me} toggleLang={toggle} signOut={out} />
          {PAGES_OF[session.me.role].includes(name) ? (
            page({ me: session.me })
          ) : (
            <WrongPage role={session.me.role} />
          )}
        </NoticeBoard>
      ) : (
        <main className="porch" id="main">
          <p className="brand">{`${words.service} · ${words.pages[name]}`}</p>
          {session === 'asking' && <p role="status">{words.panel.loading}</p>}
          {session === 'away' && <Away retry={ask} />}
          {session === 'none' && <SignIn done={enter} />}
          {typeof session === 'object' && <ChangePassword done={enter} />}
          <button type="button" className="link" lang={lang === 'zh' ? 'en' : 'zh-CN'} onClick={toggle}>
            {words.otherLanguage}
          </button>
        </main>
      )}
    </LangContext.Provider>
  );
}

function WrongPage({ role }: { role: Role }): ReactNode {
  const words = useWords();
  return (
    <main className="porch" id="main">
      <p>{words.signIn.wrongPage}</p>
      {PAGES_OF[role].map((page) => (
        <a key={page} className="button primary" href={`/${page}`}>
          {words.signIn.goTo.replace('{page}', words.pages[page])}
        </a>
      ))}
    </main>
  );
}

function Away({ retry }: { retry: () => void }): ReactNode {
  const { panel } = useWords();
  return (
    <div className="failure" role="alert">
      <p>{navigator.onLine ? panel.busy : panel.offline}</p>
      <button type="button" onClick={retry}>
        {panel.retry}
      </button>
    </div>
  );
}
