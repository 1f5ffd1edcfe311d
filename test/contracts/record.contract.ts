import type { Clock } from '../../src/application/ports';
import { listsContract } from './lists.contract';
import { outboxContract } from './outbox.contract';
import { pullContract } from './pull.contract';
import { RecordWorld, type RecordUnderTest } from './record-world';
import { ticketsContract } from './tickets.contract';
import { turnsContract } from './turns.contract';

/** What every implementation of the record keeps. `fresh` gives an empty one each time. */
export function recordContract(fresh: (clock: Clock) => Promise<RecordUnderTest>): void {
  const world = new RecordWorld();
  beforeEach(() => world.renew(fresh));
  turnsContract(world);
  ticketsContract(world);
  pullContract(world);
  listsContract(world);
  outboxContract(world);
}
