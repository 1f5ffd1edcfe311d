import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import type { Say } from '../../src/domain/dialogs/event';
import { LocalConversation } from '../../scripts/local-conversation';
import { storyFile, type Story } from './story';
import { partsOfVersion } from '../../scripts/fuzz/fuzz-dialogs';
import { dialogVersions } from '../../scripts/fuzz/dialog-versions';
import { storyParts } from './story-parts';
import { tellToTheEnd } from './tell-to-the-end';

const NOW = new Date('2026-11-24T02:00:00Z');
const parts = storyParts();
const otherVersion = partsOfVersion(parts, dialogVersions(parts.catalogue)[1]!);
const files = readdirSync(__dirname).filter((name) => name.endsWith('.yml'));

describe.each(files)('%s', (name) => {
  const stories = storyFile.parse(load(readFileSync(join(__dirname, name), 'utf8')));
  test.each(stories.map((one) => [one.story, one] as const))('%s', (_, one) => {
    expect(tell(one)).toEqual([]);
  });
});

/** Tells a story and gives what went otherwise than expected, with the line that it came after. */
function tell(story: Story): string[] {
  let conversation = new LocalConversation(parts, () => NOW, story.lang, story.office_hours);
  const faults: string[] = [];
  const said: Say[] = [];
  for (const { before, say, expect: wanted } of story.turns) {
    if (before === 'restart') conversation = conversation.restarted();
    if (before === 'new version') conversation.upgrade(otherVersion);
    const { says, events, state } = conversation.say(say);
    said.push(...says);
    const heard = says
      .map(({ text, choices }) => [text, ...(choices ?? []).map(({ title }) => title)].join(' '))
      .join('\n');
    const wrong = (holds: boolean, what: string) => {
      if (!holds) faults.push(`after "${say}": ${what}; heard: ${heard}`);
    };
    wrong(says.length > 0, 'silence');
    if (wanted.step !== undefined)
      wrong(
        says.some(({ step }) => step === wanted.step),
        `no ${wanted.step}`,
      );
    const slot = says.findLast((one) => one.slot !== undefined)?.slot;
    if (wanted.slot !== undefined) wrong(slot === wanted.slot, `asks ${slot}, not ${wanted.slot}`);
    for (const one of wanted.not_slot ?? []) wrong(slot !== one, `asks ${one}`);
    for (const part of wanted.says ?? []) wrong(heard.includes(part), `does not say ${part}`);
    for (const part of wanted.says_not ?? []) wrong(!heard.includes(part), `says ${part}`);
    if (wanted.handoff !== undefined)
      wrong(
        says.some(({ handoff }) => handoff === wanted.handoff),
        `no handoff ${wanted.handoff}`,
      );
    for (const kind of wanted.events ?? [])
      wrong(
        events.some((event) => event.kind === kind),
        `no event ${kind}`,
      );
    for (const choice of wanted.choices ?? [])
      wrong(
        says.some(({ choices }) => choices?.some(({ value }) => value === choice)),
        `no choice ${choice}`,
      );
    for (const [id, value] of Object.entries(wanted.fields ?? {}))
      wrong(
        state.fields[id]?.value === value,
        `${id} is ${JSON.stringify(state.fields[id]?.value)}, not ${JSON.stringify(value)}`,
      );
    for (const [id, status] of Object.entries(wanted.status ?? {}))
      wrong(state.fields[id]?.status === status, `${id} is ${state.fields[id]?.status}`);
    if (wanted.tickets !== undefined)
      wrong(conversation.tickets.length === wanted.tickets, `${conversation.tickets.length} tickets`);
    if (wanted.lang !== undefined) wrong(state.lang === wanted.lang, `answers in ${state.lang}`);
    wrong(JSON.stringify(state).length <= 8192, 'the state is over 8 KB');
  }
  faults.push(...tellToTheEnd(story, conversation, said));
  return [...faults, ...compareTickets(story, conversation)];
}

function compareTickets({ filed }: Story, { tickets }: LocalConversation): string[] {
  if (filed === undefined) return [];
  const faults = filed.length === tickets.length ? [] : [`${tickets.length} tickets, not ${filed.length}`];
  filed.forEach((wanted, at) => {
    const ticket = tickets[at];
    if (!ticket) return;
    const fair = wanted.accept ?? (wanted.measure === undefined ? undefined : [wanted.measure]);
    if (fair && !fair.includes(ticket.measure)) faults.push(`measure ${ticket.measure}`);
    if (wanted.office !== undefined && ticket.officeCode !== wanted.office)
      faults.push(`office ${ticket.officeCode}`);
    if (wanted.office_not !== undefined && ticket.officeCode === wanted.office_not)
      faults.push(`went to ${ticket.officeCode}`);
    for (const key of ['act', 'urgency', 'danger'] as const) {
      if (wanted[key] !== undefined && ticket[key] !== wanted[key]) faults.push(`${key} ${ticket[key]}`);
    }
    for (const [id, value] of Object.entries(wanted.fields ?? {})) {
      if (ticket.fields[id]?.value !== value)
        faults.push(`${id} is ${JSON.stringify(ticket.fields[id]?.value)}, not ${JSON.stringify(value)}`);
    }
  });
  return faults;
}
