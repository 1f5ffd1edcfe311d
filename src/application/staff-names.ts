import type { StaffStore } from './access-ports';

/** Names by id, for those ids that are accounts. */
export type StaffNames = ReadonlyMap<string, string>;

/** Looks up who acted; `citizen`, `service` and API tokens have no account and keep their id. */
export async function staffNames(
  staff: Pick<StaffStore, 'byId'>,
  ids: readonly (string | null | undefined)[],
): Promise<StaffNames> {
  const wanted = [...new Set(ids)].filter(
    (id): id is string => typeof id === 'string' && id !== 'citizen' && id !== 'service',
  );
  const found = await Promise.all(wanted.map((id) => staff.byId(id)));
  return new Map(found.flatMap((one) => (one ? [[one.id, one.name] as const] : [])));
}
