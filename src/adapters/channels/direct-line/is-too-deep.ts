/** Nobody nests deeper on purpose; what is deeper would exhaust the stack of whoever walks through it. */
export const DEEPEST = 32;

/** Whether JSON, already parsed, is nested deeper than DEEPEST. Walks without recursion. */
export function isTooDeep(json: unknown): boolean {
  let level: readonly unknown[] = [json];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth >= DEEPEST) return true;
    const next: unknown[] = [];
    for (const value of level)
      if (typeof value === 'object' && value !== null)
        for (const inner of Object.values(value))
          if (typeof inner === 'object' && inner !== null) next.push(inner);
    level = next;
  }
  return false;
}
