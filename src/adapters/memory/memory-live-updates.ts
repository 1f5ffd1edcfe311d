import type { LiveEvent, LiveUpdates } from '../../application/ports';

/** Live updates within one process. */
export function createMemoryLiveUpdates(): LiveUpdates {
  const listeners = new Set<(event: LiveEvent) => void>();
  return {
    publish: (event) => listeners.forEach((listener) => listener(event)),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
