import { useState, type ReactNode, type RefObject } from 'react';
import type { ConversationDetail, Suggestion } from '../../contract/conversation';
import { callApi, newKey } from '../staff/api';
import { useNotices } from '../staff/notices';
import { useWords } from '../staff/words';

export interface Draft {
  readonly text: string;
  /** The suggestion that the words came from. */
  readonly suggestion?: Suggestion;
}

/** The operator's field. What is typed stays until the service has it; a second try cannot say it twice. */
export function ReplyBox({
  open,
  draft,
  setDraft,
  field,
  sent,
  takeOver,
}: {
  open: ConversationDetail;
  draft: Draft;
  setDraft: (draft: Draft) => void;
  field: RefObject<HTMLTextAreaElement | null>;
  sent: () => void;
  takeOver: () => void;
}): ReactNode {
  const { operator, status } = useWords();
  const notices = useNotices();
  const [attempt, setAttempt] = useState({ text: '', key: '' });
  const [busy, setBusy] = useState(false);

  if (open.status === 'ended') return <p className="mute">{status.ended}</p>;
  if (!open.mine) {
    return (
      <p className="reply-closed">
        {operator.botHas}{' '}
        <button type="button" className="link" onClick={takeOver}>
          {operator.takeOver}
        </button>
      </p>
    );
  }

  async function send(): Promise<void> {
    const text = draft.text.trim();
    if (text === '' || busy) return;
    const key = attempt.text === text ? attempt.key : newKey();
    setAttempt({ text, key });
    setBusy(true);
    try {
      const { suggestion } = draft;
      const from = suggestion && {
        suggestion: { id: suggestion.id, edited: suggestion.text.trim() !== text },
      };
      await callApi('reply', { params: { id: open.id }, body: { text, ...from } }, { key });
      setDraft({ text: '' });
      setAttempt({ text: '', key: '' });
      sent();
    } catch (fault) {
      notices.fail(fault);
    } finally {
      setBusy(false);
    }
  }

  return (
    <form
      className="reply"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <textarea
        ref={field}
        rows={2}
        maxLength={4000}
        aria-label={operator.field}
        placeholder={operator.placeholder}
        value={draft.text}
        onChange={(event) => setDraft({ ...draft, text: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
            event.preventDefault();
            void send();
          }
        }}
      />
      <button type="submit" className="primary" disabled={busy || draft.text.trim() === ''}>
        {operator.send}
      </button>
    </form>
  );
}
