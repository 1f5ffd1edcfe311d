/** A league, county or township of the gazetteer. */
export interface Area {
  readonly code: string;
  readonly level: 'league' | 'county' | 'township';
  readonly name: string;
  /** Name without its ending: 保康 of 保康镇. */
  readonly stem: string;
  readonly en: string;
  /** Short and old names that count by themselves. */
  readonly aliases: readonly string[];
  /** Toneless readings of the whole name, syllables apart. */
  readonly pinyin: string;
  /** From the league down. */
  readonly full: string;
  readonly parent: Area | null;
  /** For a statistical zone: the county that people say instead. */
  readonly zoneOf: Area | null;
  readonly children: readonly Area[];
}

/** Whether `area` is `outer` or lies in it; a zone's townships also lie in the county around the zone. */
export function liesIn(area: Area, outer: Area): boolean {
  for (let at: Area | null = area; at !== null; at = at.parent)
    if (at === outer || at.zoneOf === outer) return true;
  return false;
}
