import { useState, type FormEvent, type ReactNode } from 'react';
import type { TicketSheet } from '../../contract/ticket';
import { callApi } from '../staff/api';
import { Modal } from '../staff/modal';
import { useNotices } from '../staff/notices';
import { useWords } from '../staff/words';

/** Asks why the masked details are needed; the answer is recorded with the look. */
export function UnmaskDialog({
  number,
  close,
  done,
}: {
  number: string;
  close: () => void;
  done: (sheet: TicketSheet) => void;
}): ReactNode {
  const { office, panel } = useWords();
  const notices = useNotices();
  const [reason, setReason] = useState(office.unmaskReasons[0] ?? '');
  const [other, setOther] = useState('');

  function submit(event: FormEvent): void {
    event.preventDefault();
    callApi('readTicket', { params: { number }, query: { unmask: reason === '' ? other : reason } }).then(
      done,
      notices.fail,
    );
  }
  return (
    <Modal title={office.unmaskTitle} close={close}>
      <form onSubmit={submit}>
        <p className="mute">{office.unmaskWhy}</p>
        <div className="choices">
          {[...office.unmaskReasons, ''].map((text) => (
            <label key={text}>
              <input type="radio" name="why" checked={reason === text} onChange={() => setReason(text)} />
              {text === '' ? office.unmaskOther : text}
            </label>
          ))}
        </div>
        {reason === '' && (
          <input
            value={other}
            onChange={(event) => setOther(event.target.value)}
            aria-label={office.unmaskOther}
            maxLength={200}
            required
            autoFocus
          />
        )}
        <div className="acts">
          <button type="button" onClick={close}>
            {panel.cancel}
          </button>
          <button type="submit" className="primary">
            {office.unmaskDo}
          </button>
        </div>
      </form>
    </Modal>
  );
}
