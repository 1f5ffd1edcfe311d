import type { LocalConversation } from '../../scripts/local-conversation';
import type { Say } from '../../src/domain/dialogs/event';
import type { Story } from './story';

const MOST_TURNS = 25;
const ANSWERS: Readonly<Record<Story['lang'], Readonly<Record<string, string>>>> = {
  zh: {
    caller_name: '赵有才', caller_phone: '13800000911', subject_name: '关长河', subject_age: '六十六', registered_address: '一样', household_size: '四口', household_members: '不清楚', current_aid: '没有',
    event_date: '上个月', last_contact: '昨天', safety: '有吃有住', consent: '可以', subject_knows: '知道', ever_insured: '没交过', self_care: '要人搭把手',
    ticket_number: '没有', need: '想有人管管', readback: '对', otherwise: '没有',
  },
  en: {
    caller_name: 'Daniel Bai', caller_phone: '13800000951', subject_name: 'Old Bai', subject_age: '66', registered_address: 'the same', household_size: 'four', household_members: 'I do not know', current_aid: 'none',
    event_date: 'last month', last_contact: 'yesterday', safety: 'we have food and shelter', consent: 'yes', subject_knows: 'yes', ever_insured: 'no', self_care: 'partly',
    ticket_number: 'no', need: 'somebody to help us', readback: 'yes', otherwise: 'nothing',
  },
}; // prettier-ignore

/** Answers whatever is asked until the tickets are there; what was asked against the story's word. */
export function tellToTheEnd(
  story: Story,
  conversation: LocalConversation,
  before: readonly Say[],
): string[] {
  const wanted = story.to_the_end;
  if (wanted === undefined) return [];
  const said = [...before];
  let last: readonly Say[] = before;
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const { open, flags } = conversation.state;
    const offered =
      typeof flags.offer === 'string'
        ? last.findLast(({ choices }) => choices !== undefined)?.choices?.[0]?.value
        : undefined;
    if (open === null && offered === undefined) break;
    const answers = ANSWERS[story.lang];
    last = conversation.say(
      offered ?? wanted.answers[open?.slot ?? ''] ?? answers[open?.slot ?? ''] ?? answers.otherwise!,
    ).says;
    said.push(...last);
  }
  const asked = said.flatMap(({ slot }) => (slot === undefined || slot === 'readback' ? [] : [slot]));
  return [
    ...(conversation.tickets.length === 0 ? ['no ticket at the end'] : []),
    ...(asked.length > wanted.questions ? [`${asked.length} questions: ${asked.join(', ')}`] : []),
    ...wanted.never_asked.filter((slot) => asked.includes(slot)).map((slot) => `asks ${slot}`),
    ...wanted.asked.filter((slot) => !asked.includes(slot)).map((slot) => `does not ask ${slot}`),
  ];
}
