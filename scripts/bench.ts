/**
 * `npm run bench [-- understanding peers routing turns pull start]`: every figure as a JSON line. Durable figures hold only
 * beside the disk's fdatasync/s of the same run, so look at ratios.
 */
import { projectRoot } from '../src/project-root';
import type { BenchRow } from './bench/bench-row';
import { benchPeers } from './bench/peers';
import { benchPull } from './bench/pull';
import { benchRouting } from './bench/routing';
import { benchStart } from './bench/start';
import { benchTurns } from './bench/turns';
import { benchUnderstanding } from './bench/understanding';
import { withScratchServers } from './scratch-servers';

const root = projectRoot();
const BENCHES: Readonly<Record<string, () => Promise<readonly BenchRow[]> | readonly BenchRow[]>> = {
  understanding: () => benchUnderstanding(),
  peers: () => benchPeers(),
  routing: () => benchRouting(root),
  turns: () => withScratchServers((servers) => benchTurns(servers, root)),
  pull: () => withScratchServers(({ databaseUrl }) => benchPull(databaseUrl, root)),
  start: () => benchStart(root),
};

async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    for (const row of await bench()) console.log(JSON.stringify({ bench: name, ...row }));
  }
}

main().catch((fault: unknown) => {
  console.error(fault);
  process.exitCode = 1;
});
