import { useState, type FormEvent, type ReactNode } from 'react';
import { role as roleNames, type Role } from '../../contract/labels';
import type { AddedStaff } from '../../contract/staff';
import { ApiFault, callApi } from '../staff/api';
import { Modal } from '../staff/modal';
import { useWords } from '../staff/words';

/** Posts that belong to an office or a jurisdiction. */
const WITH_OFFICE: ReadonlySet<Role> = new Set(['officer', 'supervisor']);

/** A new account; the answer holds the one-time password. */
export function AddStaff({
  close,
  done,
}: {
  close: () => void;
  done: (added: AddedStaff) => void;
}): ReactNode {
  const words = useWords();
  const { board, panel } = words;
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('officer');
  const [officeCode, setOfficeCode] = useState('');
  const [told, setTold] = useState('');

  function submit(event: FormEvent): void {
    event.preventDefault();
    const office = WITH_OFFICE.has(role) ? { officeCode: officeCode.trim() } : {};
    callApi('addStaff', { body: { name: name.trim(), role, ...office } }).then(done, (fault: unknown) => {
      const problem = fault instanceof ApiFault ? fault.problem : undefined;
      setTold(problem?.faults?.[0]?.cure ?? problem?.detail ?? panel.busy);
    });
  }
  return (
    <Modal title={board.addStaff} close={close}>
      <form onSubmit={submit}>
        <label>
          {board.name}
          <input
            value={name}
            onChange={(event) => setName(event.target.value)}
            minLength={2}
            maxLength={60}
            required
            autoFocus
          />
        </label>
        <fieldset>
          <legend>{board.role}</legend>
          <div className="choices">
            {roleNames.options.map((one) => (
              <label key={one}>
                <input type="radio" name="role" checked={role === one} onChange={() => setRole(one)} />
                {words.roles[one]}
              </label>
            ))}
          </div>
        </fieldset>
        {WITH_OFFICE.has(role) && (
          <label>
            {board.officeCode}
            <input
              value={officeCode}
              onChange={(event) => setOfficeCode(event.target.value)}
              inputMode="numeric"
              pattern="15(\d{2}|\d{4}|\d{7})?"
              title={board.officeHint}
              required
            />
            <small className="mute">{board.officeHint}</small>
          </label>
        )}
        {told !== '' && (
          <p className="told" role="alert">
            {told}
          </p>
        )}
        <div className="acts">
          <button type="button" onClick={close}>
            {panel.cancel}
          </button>
          <button type="submit" className="primary">
            {board.addStaff}
          </button>
        </div>
      </form>
    </Modal>
  );
}
