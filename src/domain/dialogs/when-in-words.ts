const SHANGHAI_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** A due time as people say it, in Shanghai time: 今天18点, 明天17点, 11月27日10点; an odd minute is rounded up. */
export function whenInWords(at: Date, now: Date, lang: 'zh' | 'en' | 'mn'): string {
  const minute = at.getUTCMinutes();
  const shown = new Date(at.getTime() + SHANGHAI_MS + (minute === 0 || minute === 30 ? 0 : (minute < 30 ? 30 - minute : 60 - minute) * 60_000));
  const days = Math.floor(shown.getTime() / DAY_MS) - Math.floor((now.getTime() + SHANGHAI_MS) / DAY_MS);
  const [month, day, hour] = [shown.getUTCMonth() + 1, shown.getUTCDate(), shown.getUTCHours()];
  const half = shown.getUTCMinutes() === 30;
  if (lang === 'en') {
    const clock = `${hour}:${half ? '30' : '00'}`;
    return days === 0 ? `${clock} today` : days === 1 ? `${clock} tomorrow` : `${clock} on ${shown.toISOString().slice(0, 10)}`;
  }
  const clock = `${hour}点${half ? '半' : ''}`;
  return (['今天', '明天', '后天'][days] ?? `${month}月${day}日`) + clock;
}
