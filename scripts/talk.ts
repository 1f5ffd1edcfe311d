/**
 * `npm run talk`: the conversation in a terminal, no server. `--save NAME` keeps it as test/stories/NAME.yml,
 * `--persona FILE [--only ID]` plays simulated citizens, `--lang en` greets in English, `--why` shows what was understood.
 * `--fuzz N [--seed S]` plays N random and adversarial conversations with restarts and changed dialogs in between, and
 * ends with 1 at the first that breaks a promise, told as short as possible.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { stringify } from 'yaml';
import { CatalogueError } from '../src/adapters/catalogue/read-yaml';
import type { Say } from '../src/domain/dialogs/event';
import { projectRoot } from '../src/project-root';
import {
  LocalConversation,
  readConversationParts,
  type ConversationParts,
  type LocalTurn,
} from './local-conversation';
import { playPersona, type Persona } from './play-persona';

interface Told {
  readonly say: string;
  readonly expect: Readonly<Record<string, unknown>>;
}

const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};

function show(say: Say): void {
  const mark = say.step === 'danger' ? '!' : ' ';
  console.log(
    say.text
      .split('\n')
      .map((line) => `${mark} ${line}`)
      .join('\n'),
  );
  if (say.choices?.length)
    console.log(`    ${say.choices.map(({ title }, at) => `[${at + 1}] ${title}`).join('  ')}`);
}

function explain({ understanding, events }: LocalTurn): void {
  const { scope, act, urgency, danger, subject, measures, zone } = understanding;
  console.log(
    `    ~ ${scope} ${act} ${urgency} ${danger} ${subject} ${zone} ${measures
      .slice(0, 3)
      .map(({ id, p }) => `${id} ${p.toFixed(2)}`)
      .join(' ')}`,
  );
  for (const event of events) if (event.kind !== 'say') console.log(`    * ${JSON.stringify(event)}`);
}

/** The story so far, with what is known to be right about each answer: the step, the slot, the tickets. */
function told(text: string, turn: LocalTurn): Told {
  const last = turn.says.at(-1);
  return {
    say: text,
    expect: { step: last?.step ?? 'say', ...(last?.slot === undefined ? {} : { slot: last.slot }) },
  };
}

async function talk(parts: ConversationParts): Promise<void> {
  const lang = option('lang') === 'en' ? 'en' : 'zh';
  const conversation = new LocalConversation(parts, () => new Date(), lang);
  const story: Told[] = [];
  conversation.greeting().forEach(show);
  const input = createInterface({ input: process.stdin, output: process.stdout, prompt: '> ' });
  input.prompt();
  for await (const line of input) {
    const turn = conversation.say(line);
    turn.says.forEach(show);
    if (process.argv.includes('--why')) explain(turn);
    story.push(told(line, turn));
    input.prompt();
  }
  const name = option('save');
  if (name === undefined) return;
  const file = join(projectRoot(), 'test', 'stories', `${name}.yml`);
  writeFileSync(file, stringify({ story: name, lang, turns: story }), { flag: 'wx' });
  console.log(`\n${file}`);
}

function playAll(parts: ConversationParts, file: string): void {
  const personas = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Persona);
  const only = option('only');
  for (const persona of personas.filter(({ id }) => only === undefined || id === only)) {
    console.log(`\n== ${persona.id} ${persona.title}`);
    const played = playPersona(parts, persona, (line) => console.log(line));
    console.log(`   ${played.questions} questions, ${played.tickets.length} tickets`);
  }
}

/** Only this needs the generator of random talks, which a plain conversation does not wait for. */
async function fuzz(parts: ConversationParts, count: number): Promise<void> {
  const { fuzzDialogs } = await import('./fuzz/fuzz-dialogs.js');
  const { fault, ...report } = fuzzDialogs(parts, count, Number(option('seed') ?? 1));
  console.log(JSON.stringify(report));
  if (fault === undefined) return;
  console.error(fault);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const parts = readConversationParts(projectRoot());
  const count = option('fuzz');
  if (count !== undefined) return fuzz(parts, Number(count));
  const persona = option('persona');
  if (persona === undefined) await talk(parts);
  else playAll(parts, persona);
}

main().catch((fault: unknown) => {
  if (!(fault instanceof CatalogueError)) throw fault;
  console.error(fault.message);
  process.exitCode = 1;
});
