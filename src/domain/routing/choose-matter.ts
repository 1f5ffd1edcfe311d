import type { Address } from './address';
import { liesIn } from './area';
import type { RoleReading } from './place-roles';

export interface ReadAddress {
  readonly address: Address;
  readonly reading: RoleReading;
}

/** How much a role speaks for "the matter is here". The register counts least, a hospital or a journey nothing. */
const WEIGHT = {
  event: 6,
  present: 5,
  other_person: 4.5,
  work: 3,
  school: 2,
  registered: 1.5,
  former: 1,
} as const;
const UNMARKED = 4;

/**
 * The address where the matter is, or two or more that are equally likely. A place in the region beats a place
 * elsewhere, unless the trouble is said to be there and the one in the region is only the register.
 */
export function chooseMatter(read: readonly ReadAddress[]): readonly ReadAddress[] {
  const inside = read.filter((it) => it.address.outside === null);
  const outside = read.filter((it) => it.address.outside !== null);
  if (inside.length === 0) return outside.slice(0, 1);
  const elsewhere = outside.find((it) => it.reading.role === 'event' && !it.reading.passing);
  if (elsewhere && inside.every(isPast)) return [elsewhere];
  const telling = inside.filter((it) => !inside.some((other) => other !== it && saysMore(other, it)));
  let best: ReadAddress[] = [];
  let bestScore = -Infinity;
  for (const it of telling) {
    const score = scoreOf(it);
    if (score > bestScore) {
      best = [it];
      bestScore = score;
    } else if (score === bestScore) best.push(it);
  }
  return best;
}

/** 罕台镇 says more than 东胜区 said again, unless it is only the register and the other is not. */
function saysMore(other: ReadAddress, it: ReadAddress): boolean {
  const detail = other.address;
  const general = it.address;
  if (detail.townships.length !== 1 || general.townships.length > 0) return false;
  if (isPast(other) && !isPast(it)) return false;
  const outer = general.counties.length > 0 ? general.counties : general.league ? [general.league] : [];
  return outer.some((area) => detail.townships.some((township) => liesIn(township, area)));
}

const isPast = ({ reading }: ReadAddress): boolean =>
  reading.passing || reading.role === 'registered' || reading.role === 'former';

function scoreOf({ address, reading }: ReadAddress): number {
  const role = reading.role === null ? UNMARKED : WEIGHT[reading.role];
  const base = reading.passing ? 0.5 : role;
  const detail = address.townships.length > 0 ? 1 : address.counties.length > 0 ? 0.2 : 0;
  return base + detail;
}
