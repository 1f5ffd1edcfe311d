/** Asia/Shanghai has been UTC+8 without daylight saving since 1991, so its reckoning is plain arithmetic. */
const OFFSET_MS = 8 * 3_600_000;
export const MINUTE_MS = 60_000;

/** Calendar day in Shanghai, `YYYY-MM-DD`. */
export function shanghaiDay(at: Date): string {
  return new Date(at.getTime() + OFFSET_MS).toISOString().slice(0, 10);
}

/** Minutes since midnight in Shanghai, with fractions. */
export function shanghaiMinute(at: Date): number {
  return ((at.getTime() + OFFSET_MS) % 86_400_000) / MINUTE_MS;
}

/** The moment `minute` minutes after midnight of `day` in Shanghai. */
export function shanghaiTime(day: string, minute: number): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - OFFSET_MS + minute * MINUTE_MS);
}

export function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
