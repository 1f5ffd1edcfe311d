import { emptyAddress, type Address } from './address';
import { type Area, liesIn } from './area';
import type { Gazetteer } from './gazetteer';

/** Above this many owners a village name says nothing that one question could settle. */
const MOST = 5;
const SEAT = /就?(?:在|是)?(?:镇上|镇里|城里|城关|街里|街上|县城|旗里|县里|旗政府|城区)/u;

export interface GuessAlone {
  /** When no league, county or township is named: a village alone, or the seat of the county already known. */
  (text: string, given: Area | null, others: readonly Address[]): Address[];
}

/** Always to be confirmed by the person: not every hamlet is in the data, so a single owner proves little. */
export function createGuessAlone(gazetteer: Gazetteer): GuessAlone {
  return (text, given, others) => {
    for (let i = 0; i < text.length - 2; i++) {
      if (others.some((it) => i >= it.start && i < it.end)) continue;
      const found = gazetteer.villages.longest(
        text,
        i,
        (village) => !given || liesIn(village.township, given),
      );
      if (!found) continue;
      const end = i + found.name.length;
      const ending = /^(?:嘎查|社区|村(?!里|上|长|干部|主任|书记|民))/u.exec(text.slice(end, end + 3))?.[0];
      if (ending === undefined) continue;
      const townships = [...new Set(found.values.map((village) => village.township))];
      if (townships.length > MOST) continue;
      const address = emptyAddress(i, end + ending.length);
      address.townships = townships;
      // a long Mongolian name with its 嘎查 that the data knows once is as good as a township
      address.unsure = !(given || (ending === '嘎查' && found.name.length >= 4));
      if (townships.length === 1) address.village = found.values[0]?.name ?? null;
      return [address];
    }
    const seat = given?.level === 'county' ? SEAT.exec(text) : null;
    const town = seat && given?.children.find((area) => area.code.endsWith('100'));
    if (!seat || !town) return [];
    const address = emptyAddress(seat.index, seat.index + seat[0].length);
    address.townships = [town];
    address.unsure = true;
    return [address];
  };
}
