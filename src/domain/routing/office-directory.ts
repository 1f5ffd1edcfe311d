import type { Department } from '../understanding/labels';
import type { Area } from './area';
import type { Gazetteer } from './gazetteer';
import type { Office, OfficeLevel } from './office';
import type { OfficesFile } from './responsibility-file';

/** The region's own desk, where everything goes whose place is unknown. */
export const REGION_CODE = '15';

export interface OfficeDirectory {
  readonly officeByCode: (code: string) => Office | undefined;
  /** The offices directly under one: leagues of the region, counties of a league, townships of a county. */
  readonly officesUnder: (code: string) => readonly Office[];
  /** Whether an office is `scope` or lies under it; a zone's townships also lie under the county around the zone. */
  readonly isWithin: (officeCode: string, scope: string) => boolean;
  /** The office over one; the region is over the leagues and over itself. */
  readonly above: (code: string) => Office;
  /** The office of a place, or of the place of `level` that it lies in; null when the place is not that exact. */
  readonly officeOf: (placeCode: string, level: OfficeLevel) => Office | null;
  /** The county's office under its name as hotline desk or as another department. */
  readonly named: (office: Office, kind: 'hotline' | 'referral', department: Department | null) => Office;
}

export function createOfficeDirectory(gazetteer: Gazetteer, file: OfficesFile): OfficeDirectory {
  const fill = (pattern: { zh: string; en: string }, zh: string, en: string): Office['name'] => ({
    zh: pattern.zh.replace('{name}', zh),
    en: pattern.en.replace('{name}', en),
  });
  const offices = new Map<string, Office>();
  const region: Office = {
    code: REGION_CODE,
    level: 'region',
    name: file.own[REGION_CODE] ?? file.names.region,
  };
  offices.set(REGION_CODE, region);
  for (const { code, level, name, en } of [
    ...gazetteer.leagues,
    ...gazetteer.counties,
    ...gazetteer.townships,
  ])
    offices.set(code, { code, level, name: file.own[code] ?? fill(file.names[level], name, en) });

  const officeOfArea = (area: Area | null | undefined): Office | undefined =>
    area ? offices.get(area.code) : undefined;
  /** A statistical zone is no body of its own: over its townships stands the county around it. */
  const over = (area: Area): Area | null => area.parent?.zoneOf ?? area.parent;

  const isWithin = (officeCode: string, scope: string): boolean => {
    if (!offices.has(officeCode) || !offices.has(scope)) return false;
    if (scope === REGION_CODE || officeCode === scope) return true;
    const outer = gazetteer.area(scope);
    for (let at = gazetteer.area(officeCode) ?? null; at !== null; at = at.parent)
      if (at === outer || at.zoneOf === outer) return true;
    return false;
  };

  return {
    officeByCode: (code) => offices.get(code),
    officesUnder: (code) => {
      if (code === REGION_CODE) return gazetteer.leagues.flatMap((area) => offices.get(area.code) ?? []);
      const area = gazetteer.area(code);
      const under = area?.level === 'county' ? gazetteer.townshipsOf(area) : (area?.children ?? []);
      return under.flatMap((child) => offices.get(child.code) ?? []);
    },
    isWithin,
    above: (code) => {
      const area = gazetteer.area(code);
      return (area && officeOfArea(area.zoneOf ?? over(area))) ?? region;
    },
    officeOf: (placeCode, level) => {
      if (level === 'region') return region;
      for (let at = gazetteer.area(placeCode) ?? null; at !== null; at = over(at))
        if (at.level === level) return officeOfArea(level === 'county' ? (at.zoneOf ?? at) : at) ?? null;
      return null;
    },
    named: (office, kind, department) => {
      const area = gazetteer.area(office.code);
      if (!area) return office;
      const { zh, en } = fill(file.names[kind], area.name, area.en);
      const body = file.departments[department ?? 'other'];
      return {
        ...office,
        name: { zh: zh.replace('{department}', body.zh), en: en.replace('{department}', body.en) },
      };
    },
  };
}
