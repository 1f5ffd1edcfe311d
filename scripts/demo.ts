/**
 * `npm run demo [-- --citizens 300 --seed 20]`: a simulated day against the running service, through its real channel.
 * Citizens are utterances of the corpus in the mouths of invented people; then the officers of their townships pull,
 * sign, contact and resolve a part. The same seed gives the same day.
 */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readExamples } from '../src/adapters/catalogue/read-intents-examples';
import { readYaml } from '../src/adapters/catalogue/read-yaml';
import { readRunning } from '../src/adapters/embedded/instance-lock';
import { readConfig } from '../src/config';
import { projectRoot } from '../src/project-root';
import { playCitizen, type End } from './demo/citizen';
import { people, simulatedDay } from './demo/day';
import { officerTokens } from './demo/officer-tokens';
import { workOffice } from './demo/office';

/** So many citizens talk at the same time. */
const AT_ONCE = 8;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { citizens: { type: 'string', default: '300' }, seed: { type: 'string', default: '20' } },
  });
  const root = projectRoot();
  const config = readConfig();
  const base =
    readRunning(resolve(config.DATA_DIR))?.url ?? config.PUBLIC_URL ?? `http://127.0.0.1:${config.PORT}`;
  if (!(await fetch(`${base}/readyz`).catch(() => undefined))?.ok) {
    throw new Error(`no service is ready at ${base}; start it first: npm start`);
  }
  const cast = readYaml(join(root, 'data/demo/people.yml'), 'data/demo/people.yml', people);
  const seed = Number(values.seed);
  const told = readExamples(join(root, 'intents')).filter(({ axes }) => axes === undefined);
  const lives = simulatedDay(told, cast, Number(values.citizens), seed);

  const ends: Record<End, number> = { filed: 0, 'handed over': 0, answered: 0 };
  const waiting = [...lives];
  const line = async (): Promise<void> => {
    for (let life = waiting.shift(); life; life = waiting.shift()) {
      ends[await playCitizen(base, life)] += 1;
      if (process.stdout.isTTY)
        process.stdout.write(`\r${lives.length - waiting.length} of ${lives.length} citizens`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, line));
  console.log(
    `\n${ends.filed} filed a ticket, ${ends['handed over']} were given to a person, ${ends.answered} got an answer`,
  );

  const offices = [...new Set(cast.homes.map(({ code }) => code))];
  const tokens = await officerTokens(config, root, offices);
  let worked = 0;
  for (const [office, token] of tokens) worked += await workOffice(base, office, token);
  console.log(`${tokens.size} township offices pulled and worked on ${worked} tickets`);
}

main().catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
});
