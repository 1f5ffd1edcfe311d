import { membersReader } from '../members/members-reader';
import type { ListReader } from './list-reader';

/** The readers that `entry.reader` of a list slot may name. */
export const LIST_READERS = ['members'] as const;

export const listReaders: Readonly<Record<(typeof LIST_READERS)[number], ListReader>> = {
  members: membersReader,
};
