import type { ReactNode } from 'react';
import { Modal } from '../staff/modal';
import { useWords } from '../staff/words';

/** The keys of the console; `?` opens it. */
export function KeyHelp({ close }: { close: () => void }): ReactNode {
  const { operator, panel } = useWords();
  return (
    <Modal title={operator.keys} close={close}>
      <dl className="keys">
        {operator.keyList.map(([keys, meaning]) => (
          <div key={keys}>
            <dt>
              {keys?.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <button type="button" className="primary" onClick={close} autoFocus>
        {panel.close}
      </button>
    </Modal>
  );
}
