import { useCallback, useRef, useState, type ReactNode } from 'react';
import type { Suggestion } from '../../contract/conversation';
import { callApi } from '../staff/api';
import { useLive } from '../staff/live';
import { useNotices } from '../staff/notices';
import { useFetched } from '../staff/use-fetched';
import { useWords } from '../staff/words';
import { CaseForm } from './case-form';
import { ConversationPane } from './conversation-pane';
import { KeyHelp } from './key-help';
import { Queue } from './queue';
import type { Draft } from './reply-box';
import { useKeys } from './use-keys';

const WANTED = 'waiting,human';

/** Three panes: who waits, what was said, what is known of the case. */
export function OperatorDesk(): ReactNode {
  const words = useWords();
  const notices = useNotices();
  const [all, setAll] = useState(true);
  const [chosen, setChosen] = useState<string | null>(null);
  const [draft, setDraft] = useState<Draft>({ text: '' });
  const [help, setHelp] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);

  const queue = useFetched(`queue ${all}`, async () => {
    const page = await callApi('listConversations', {
      query: { limit: 100, ...(!all && { status: WANTED }) },
    });
    // Somebody opened the page and has said nothing yet.
    return {
      ...page,
      items: page.items.filter(({ lastText, status }) => lastText !== '' || status !== 'bot'),
    };
  });
  const detail = useFetched(chosen, () => callApi('readConversation', { params: { id: chosen ?? '' } }));
  const suggestions = useFetched(chosen, () => callApi('readSuggestions', { params: { id: chosen ?? '' } }));

  const live = useLive((events) => {
    queue.reload();
    if (events.length > 0 && !events.some((event) => event.type !== 'ticket' && event.id === chosen)) return;
    detail.reload();
    suggestions.reload();
  });

  const choose = useCallback((id: string) => {
    setChosen(id);
    setDraft({ text: '' });
  }, []);
  const change = (id: string, step: 'takeOver' | 'handBack'): void => {
    callApi(step, { params: { id }, body: {} }).then(
      (next) => {
        detail.put(next);
        queue.reload();
        if (step === 'takeOver') field.current?.focus();
        notices.say(
          step === 'takeOver' ? words.operator.tookOver : words.operator.handedBack,
          step === 'handBack' ? () => change(id, 'takeOver') : undefined,
        );
      },
      (fault: unknown) => {
        notices.fail(fault);
        detail.reload();
      },
    );
  };
  const putIn = (suggestion: Suggestion): void => {
    setDraft({ text: suggestion.text, suggestion });
    field.current?.focus();
  };
  const putInAt = (index: number): void => {
    const suggestion = suggestions.data?.items[index];
    if (suggestion && detail.data?.mine) putIn(suggestion);
  };
  const move = (by: number): void => {
    const ids = queue.data?.items.map(({ id }) => id) ?? [];
    const next = ids[Math.min(ids.length - 1, Math.max(0, ids.indexOf(chosen ?? '') + by))];
    if (next !== undefined) choose(next);
  };
  const open = detail.data;

  useKeys({
    j: () => move(1),
    k: () => move(-1),
    t: () => open && open.status !== 'ended' && !open.mine && change(open.id, 'takeOver'),
    b: () => open?.mine && change(open.id, 'handBack'),
    r: () => field.current?.focus(),
    '?': () => setHelp(true),
    1: () => putInAt(0),
    2: () => putInAt(1),
    3: () => putInAt(2),
  });

  return (
    <main className={`desk ${chosen === null ? '' : 'chosen'}`} id="main">
      <Queue queue={queue} chosen={chosen} choose={choose} all={all} setAll={setAll} live={live} />
      <ConversationPane
        chosen={chosen}
        detail={detail}
        suggestions={suggestions}
        draft={draft}
        setDraft={setDraft}
        field={field}
        change={change}
        putIn={putIn}
        leave={() => setChosen(null)}
        help={() => setHelp(true)}
      />
      <aside className="pane form" aria-label={words.operator.form} tabIndex={0}>
        <h2>{words.operator.form}</h2>
        {chosen !== null && <CaseForm detail={detail} />}
      </aside>
      {help && <KeyHelp close={() => setHelp(false)} />}
    </main>
  );
}
