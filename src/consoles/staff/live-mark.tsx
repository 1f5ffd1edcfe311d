import type { ReactNode } from 'react';
import type { LiveState } from './live';
import { useWords } from './words';

/** Whether the screen follows what happens, or shows how things were. */
export function LiveMark({ state }: { state: LiveState }): ReactNode {
  const { live } = useWords();
  return (
    <span className={`live ${state}`} role="status">
      {live[state]}
    </span>
  );
}
