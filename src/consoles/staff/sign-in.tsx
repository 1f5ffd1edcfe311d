import { useState, type FormEvent, type ReactNode } from 'react';
import type { Session } from '../../contract/session';
import { ApiFault, callApi } from './api';
import { fill, useWords } from './words';

/** Name and password; the same for all three pages. A wrong password keeps the name. */
export function SignIn({ done }: { done: (session: Session) => void }): ReactNode {
  const { signIn, panel } = useWords();
  const [fault, setFault] = useState<ApiFault>();
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setFault(undefined);
    try {
      const body = { name: text(form, 'name').trim(), password: text(form, 'password') };
      done(await callApi('signIn', { body }));
    } catch (caught) {
      setFault(caught instanceof ApiFault ? caught : new ApiFault('strange'));
    } finally {
      setBusy(false);
    }
  }

  const told =
    fault &&
    (fault.kind === 'offline'
      ? panel.offline
      : fault.code === 'rate_limited'
        ? fill(signIn.tooOften, { minutes: Math.max(1, Math.ceil((fault.retryAfter ?? 60) / 60)) })
        : ['unauthenticated', 'forbidden', 'invalid_input'].includes(fault.code)
          ? signIn.wrong
          : panel.busy);
  return (
    <form className="door" onSubmit={(event) => void submit(event)}>
      <h1>{signIn.title}</h1>
      <label>
        {signIn.name}
        <input name="name" autoComplete="username" required autoFocus />
      </label>
      <label>
        {signIn.password}
        <input name="password" type="password" autoComplete="current-password" required />
      </label>
      {told && (
        <p className="told" role="alert">
          {told}
        </p>
      )}
      <button type="submit" className="primary" disabled={busy}>
        {signIn.submit}
      </button>
    </form>
  );
}

export function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
