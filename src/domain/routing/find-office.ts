import type { FindOffice, KnownPlaces, Office, ResponsibilityQuery } from './office';
import { REGION_CODE, type OfficeDirectory } from './office-directory';
import type { ResponsibilityFile, ResponsibilityRule } from './responsibility-file';

type Version = ResponsibilityFile['versions'][number];

/** Who is responsible, by the version of the table in force on the day. Total, and never the office complained of. */
export function createFindOffice(table: ResponsibilityFile, directory: OfficeDirectory): FindOffice {
  const versions = table.versions.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return (query) => {
    const version = inForce(versions, query.on);
    const rule = version.rules.find((it) => fits(it, query)) ?? lastOf(version);
    const code = decidingPlace(rule, query.places, directory);
    const { office, sure } =
      rule.level === 'above'
        ? overAccused(query.against, code, directory)
        : ofLevel(rule.level, code, directory);
    const cleared = keepFrom(query.against, office, directory);
    const named =
      rule.named !== undefined && cleared.level === 'county'
        ? directory.named(cleared, rule.named, query.department)
        : cleared;
    return {
      office: named,
      reason: rule.reason,
      rule: `${version.id}/${rule.id}`,
      needsPerson: !sure || cleared.code === REGION_CODE,
    };
  };
}

/** The version of the day; before the first or in a gap, the nearest. */
function inForce(versions: readonly Version[], on: string): Version {
  const begun = versions.filter((it) => it.from <= on);
  const version = begun.at(-1) ?? versions[0];
  if (!version) throw new RangeError('a responsibility table has at least one version');
  return version;
}

function lastOf(version: Version): ResponsibilityRule {
  const rule = version.rules.at(-1);
  if (!rule) throw new RangeError('a version of the responsibility table has at least one rule');
  return rule;
}

function fits(rule: ResponsibilityRule, { measure, act, department, against }: ResponsibilityQuery): boolean {
  if (rule.accused === true && against === undefined) return false;
  if (rule.acts && !rule.acts.includes(act)) return false;
  if (
    rule.departments === 'any'
      ? department === null
      : rule.departments && (department === null || !rule.departments.includes(department))
  )
    return false;
  if (rule.measures === 'none') return measure === null;
  return !rule.measures || (measure !== null && rule.measures.includes(measure));
}

/** The first place of the rule that is known; a later one counts only if it lies in it and is more exact. */
function decidingPlace(rule: ResponsibilityRule, places: KnownPlaces, directory: OfficeDirectory): string {
  let code = '';
  for (const role of rule.places) {
    const known = places[role];
    if (known === undefined || directory.officeByCode(known) === undefined) continue;
    if (code === '' || (known.length > code.length && directory.isWithin(known, code))) code = known;
  }
  return code;
}

interface Found {
  readonly office: Office;
  readonly sure: boolean;
}

function ofLevel(level: 'township' | 'county' | 'league', code: string, directory: OfficeDirectory): Found {
  const office = directory.officeOf(code, level);
  if (office) return { office, sure: true };
  // the place is known less exactly than the rule needs: the nearest office that is known, marked for a person
  return { office: directory.officeByCode(code) ?? directory.above(REGION_CODE), sure: false };
}

/** Over the office complained of; when none is named, the county of the place. */
function overAccused(against: string | undefined, code: string, directory: OfficeDirectory): Found {
  if (against !== undefined && directory.officeByCode(against))
    return { office: directory.above(against), sure: true };
  const county = directory.officeOf(code, 'county');
  if (county) return { office: county, sure: code.length > county.code.length };
  return ofLevel('county', code, directory);
}

/** Neither the office complained of nor one under it. */
function keepFrom(against: string | undefined, office: Office, directory: OfficeDirectory): Office {
  if (against === undefined) return office;
  let free = office;
  while (free.code !== REGION_CODE && directory.isWithin(free.code, against))
    free = directory.above(free.code);
  return free;
}
