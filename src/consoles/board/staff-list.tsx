import { useState, type ReactNode } from 'react';
import type { AddedStaff, StaffMember } from '../../contract/staff';
import { callApi } from '../staff/api';
import { Modal } from '../staff/modal';
import { useNotices } from '../staff/notices';
import { Panel } from '../staff/panel';
import { dayTime } from '../staff/time-in-words';
import { useFetched } from '../staff/use-fetched';
import { fill, useLang, useWords } from '../staff/words';
import { AddStaff } from './add-staff';

/** Accounts, for administrators: open one, stop one, let it be used again. */
export function StaffList({ self }: { self: string }): ReactNode {
  const words = useWords();
  const { board, panel } = words;
  const lang = useLang();
  const notices = useNotices();
  const [adding, setAdding] = useState(false);
  const [added, setAdded] = useState<AddedStaff>();
  const staff = useFetched('staff', () => callApi('listStaff', {}));

  function toggle(member: StaffMember, disable: boolean, undoable = true): void {
    callApi(disable ? 'disableStaff' : 'enableStaff', { params: { id: member.id }, body: {} }).then(() => {
      staff.reload();
      notices.say(
        fill(disable ? board.disabledNow : board.enabledNow, { name: member.name }),
        undoable ? () => toggle(member, !disable, false) : undefined,
      );
    }, notices.fail);
  }
  return (
    <section className="staff" aria-label={board.staff}>
      <header className="pane-head">
        <h2>{board.staff}</h2>
        <button type="button" onClick={() => setAdding(true)}>
          {board.addStaff}
        </button>
      </header>
      <Panel
        fetched={staff}
        what={board.staff}
        isEmpty={({ items }) => items.length === 0}
        empty={<p>{board.noStaff}</p>}
      >
        {({ items }) => (
          <table className="counts people">
            <thead>
              <tr>
                <th scope="col">{board.name}</th>
                <th scope="col">{board.role}</th>
                <th scope="col">{board.office}</th>
                <th scope="col">{board.lastLogin}</th>
                <th scope="col">{board.account}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((member) => (
                <tr key={member.id} className={member.disabled ? 'disabled' : ''}>
                  <th scope="row">{member.name}</th>
                  <td>{words.roles[member.role]}</td>
                  <td>{member.office?.name[lang]}</td>
                  <td>{member.lastLoginAt === null ? board.never : dayTime(member.lastLoginAt, words)}</td>
                  <td>
                    {member.disabled && <span className="tag amber">{board.disabled}</span>}{' '}
                    {member.id !== self && (
                      <button type="button" className="link" onClick={() => toggle(member, !member.disabled)}>
                        {member.disabled ? board.enable : board.disable}
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Panel>
      {adding && (
        <AddStaff
          close={() => setAdding(false)}
          done={(one) => {
            setAdding(false);
            setAdded(one);
            staff.reload();
          }}
        />
      )}
      {added && (
        <Modal title={board.password} close={() => setAdded(undefined)}>
          <p>{fill(board.passwordOnce, { name: added.staff.name })}</p>
          <p className="one-time">
            <code>{added.password}</code>
          </p>
          <div className="acts">
            <button
              type="button"
              onClick={() => {
                void navigator.clipboard?.writeText(added.password).then(() => notices.say(board.copied));
              }}
            >
              {board.copy}
            </button>
            <button type="button" className="primary" onClick={() => setAdded(undefined)}>
              {panel.close}
            </button>
          </div>
        </Modal>
      )}
    </section>
  );
}
