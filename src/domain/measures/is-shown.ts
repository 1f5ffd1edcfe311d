import type { PolicyItem } from './measure';

/** May citizens hear the item on `today` (ISO day): checked, of an official or news source, and in force? */
export function isShown({ show, grade, effective, expires }: PolicyItem, today: string): boolean {
  return (
    show &&
    (grade === 'A' || grade === 'B') &&
    (effective === null || effective <= today) &&
    (expires === null || expires >= today)
  );
}
