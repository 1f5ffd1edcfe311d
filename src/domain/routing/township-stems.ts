import type { Area } from './area';
import type { Gazetteer } from './gazetteer';
import { ENDS_NAME } from './name-boundary';

/** The townships of the counties whose stem stands at `at`, the longest only. `length` is 1 when there is none. */
export function stemAt(
  text: string,
  at: number,
  counties: readonly Area[],
  gazetteer: Gazetteer,
): { readonly areas: readonly Area[]; readonly length: number } {
  let areas: Area[] = [];
  let length = 1;
  for (const county of counties)
    for (const area of gazetteer.townshipsOf(county)) {
      if (area.stem.length < length || !text.startsWith(area.stem, at)) continue;
      if (area.stem.length > length) areas = [];
      length = area.stem.length;
      if (!areas.includes(area)) areas.push(area);
    }
  return { areas, length };
}

/** The one township whose long stem begins so: 塔木素 for 塔木素布拉格. */
export function shortenedAt(
  text: string,
  at: number,
  counties: readonly Area[],
  gazetteer: Gazetteer,
): { readonly area: Area; readonly length: number } | null {
  let found: Area | null = null;
  let length = 2;
  for (const county of counties)
    for (const area of gazetteer.townshipsOf(county)) {
      let same = 0;
      while (same < area.stem.length && text.charCodeAt(at + same) === area.stem.charCodeAt(same)) same++;
      if (same < 3 || same * 2 < area.stem.length || same < length) continue;
      found = same === length ? null : area;
      length = same;
    }
  return found && ENDS_NAME.test(text.slice(at + length, at + length + 6)) ? { area: found, length } : null;
}
