import type { ReactNode, RefObject } from 'react';
import type { ConversationDetail, Suggestion, Suggestions } from '../../contract/conversation';
import { Panel } from '../staff/panel';
import type { Fetched } from '../staff/use-fetched';
import { fill, useLang, useWords } from '../staff/words';
import { ReplyBox, type Draft } from './reply-box';
import { SuggestionList } from './suggestion-list';
import { Transcript } from './transcript';

/** The talk word for word, and under it what the operator can do. */
export function ConversationPane({
  chosen,
  detail,
  suggestions,
  draft,
  setDraft,
  field,
  change,
  putIn,
  leave,
  help,
}: {
  chosen: string | null;
  detail: Fetched<ConversationDetail>;
  suggestions: Fetched<Suggestions>;
  draft: Draft;
  setDraft: (draft: Draft) => void;
  field: RefObject<HTMLTextAreaElement | null>;
  change: (id: string, step: 'takeOver' | 'handBack') => void;
  putIn: (suggestion: Suggestion) => void;
  leave: () => void;
  help: () => void;
}): ReactNode {
  const { operator, panel } = useWords();
  if (chosen === null) {
    return (
      <section className="pane talk" aria-label={operator.field}>
        <div className="empty">
          <p>
            <b>{operator.pick}</b>
          </p>
          <p>{operator.pickHelp}</p>
          <button type="button" className="link" onClick={help}>
            {operator.keys} <kbd>?</kbd>
          </button>
        </div>
      </section>
    );
  }
  return (
    <section className="pane talk" aria-label={operator.field}>
      <Panel fetched={detail} what={operator.queue} rows={7}>
        {(open) => (
          <>
            <Head open={open} change={change} leave={leave} back={panel.close} />
            <Transcript key={open.id} messages={open.messages} />
            <footer className="talk-foot">
              {open.status !== 'ended' && (
                <SuggestionList suggestions={suggestions} usable={open.mine} choose={putIn} />
              )}
              <ReplyBox
                open={open}
                draft={draft}
                setDraft={setDraft}
                field={field}
                sent={() => {
                  detail.reload();
                  suggestions.reload();
                }}
                takeOver={() => change(open.id, 'takeOver')}
              />
            </footer>
          </>
        )}
      </Panel>
    </section>
  );
}

function Head({
  open,
  change,
  leave,
  back,
}: {
  open: ConversationDetail;
  change: (id: string, step: 'takeOver' | 'handBack') => void;
  leave: () => void;
  back: string;
}): ReactNode {
  const words = useWords();
  const lang = useLang();
  return (
    <header className={`pane-head ${open.danger !== 'none' ? 'danger' : ''}`}>
      <button type="button" className="link phone-only" aria-label={back} onClick={leave}>
        ←
      </button>
      <h2>
        {open.danger !== 'none' && <b className="tag red">⚠ {words.danger[open.danger]}</b>}{' '}
        {open.measureTitle?.[lang] ?? words.status[open.status]}
      </h2>
      <span className="mute">
        {open.status === 'human' && !open.mine && open.operator
          ? fill(words.operator.otherHas, { name: open.operator.name })
          : words.status[open.status]}
      </span>
      {open.mine ? (
        <button type="button" onClick={() => change(open.id, 'handBack')}>
          {words.operator.handBack} <kbd>b</kbd>
        </button>
      ) : (
        open.status !== 'ended' && (
          <button type="button" className="primary" onClick={() => change(open.id, 'takeOver')}>
            {words.operator.takeOver} <kbd>t</kbd>
          </button>
        )
      )}
    </header>
  );
}
