import { useState, type FormEvent, type ReactNode } from 'react';
import type { Session } from '../../contract/session';
import { ApiFault, callApi } from './api';
import { text } from './sign-in';
import { useWords } from './words';

/** Asked after the first sign-in with a one-time password. */
export function ChangePassword({ done }: { done: (session: Session) => void }): ReactNode {
  const { signIn, panel } = useWords();
  const [told, setTold] = useState('');

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const next = text(form, 'next');
    if (next !== text(form, 'again')) return setTold(signIn.differs);
    try {
      done(await callApi('changePassword', { body: { current: text(form, 'current'), next } }));
    } catch (fault) {
      const kind = fault instanceof ApiFault ? fault : new ApiFault('strange');
      setTold(
        kind.kind === 'offline'
          ? panel.offline
          : (kind.problem?.faults?.[0]?.cure ?? kind.problem?.detail ?? panel.busy),
      );
    }
  }

  return (
    <form className="door" onSubmit={(event) => void submit(event)}>
      <h1>{signIn.change}</h1>
      <p className="mute">{signIn.changeWhy}</p>
      <label>
        {signIn.password}
        <input name="current" type="password" autoComplete="current-password" required autoFocus />
      </label>
      <label>
        {signIn.next}
        <input name="next" type="password" autoComplete="new-password" minLength={10} required />
      </label>
      <label>
        {signIn.again}
        <input name="again" type="password" autoComplete="new-password" minLength={10} required />
      </label>
      {told !== '' && (
        <p className="told" role="alert">
          {told}
        </p>
      )}
      <button type="submit" className="primary">
        {signIn.save}
      </button>
    </form>
  );
}
