const SHANGHAI_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
/** First hour of each part of the day, as people say it in Chinese. */
const PARTS: readonly (readonly [number, string])[] = [
  [18, '晚上'],
  [13, '下午'],
  [11, '中午'],
  [8, '上午'],
  [5, '早上'],
  [0, '凌晨'],
];

/**
 * A due time as people say it, in Shanghai time: 今天晚上6点, 明天下午5点半, 11月27日上午10点; 5:30 pm today. An odd minute
 * is rounded up.
 */
export function whenInWords(at: Date, now: Date, lang: 'zh' | 'en' | 'mn'): string {
  const minute = at.getUTCMinutes();
  const shown = new Date(
    at.getTime() +
      SHANGHAI_MS +
      (minute === 0 || minute === 30 ? 0 : (minute < 30 ? 30 - minute : 60 - minute) * 60_000),
  );
  const days = Math.floor(shown.getTime() / DAY_MS) - Math.floor((now.getTime() + SHANGHAI_MS) / DAY_MS);
  const [month, day, hour] = [shown.getUTCMonth() + 1, shown.getUTCDate(), shown.getUTCHours()];
  const half = shown.getUTCMinutes() === 30;
  const twelve = hour % 12 === 0 ? 12 : hour % 12;
  if (lang === 'en') {
    const clock = `${twelve}${half ? ':30' : ''} ${hour < 12 ? 'am' : 'pm'}`;
    return days === 0
      ? `${clock} today`
      : days === 1
        ? `${clock} tomorrow`
        : `${clock} on ${shown.toISOString().slice(0, 10)}`;
  }
  const part = PARTS.find(([from]) => hour >= from)?.[1] ?? '';
  const clock = `${part}${hour === 0 ? 0 : twelve}点${half ? '半' : ''}`;
  return (['今天', '明天', '后天'][days] ?? `${month}月${day}日`) + clock;
}
