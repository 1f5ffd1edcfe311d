import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import fc from 'fast-check';
import { readGazetteer } from '../../../src/adapters/catalogue/read-gazetteer';
import { readOffices, readResponsibility } from '../../../src/adapters/catalogue/read-responsibility';
import { createFindOffice } from '../../../src/domain/routing/find-office';
import type { ResponsibilityQuery } from '../../../src/domain/routing/office';
import { createOfficeDirectory } from '../../../src/domain/routing/office-directory';
import { act, department, MEASURE_CODES } from '../../../src/domain/understanding/labels';

const root = join(__dirname, '../../..');
const gazetteer = readGazetteer(root);
const directory = createOfficeDirectory(gazetteer, readOffices(root));
const table = readResponsibility(root);
const findOffice = createFindOffice(table, directory);

interface Case {
  readonly case: string;
  readonly measure?: ResponsibilityQuery['measure'];
  readonly act?: ResponsibilityQuery['act'];
  readonly department?: ResponsibilityQuery['department'];
  readonly places: ResponsibilityQuery['places'];
  readonly against?: string;
  readonly on?: string;
  readonly office: string;
  readonly name?: string;
  readonly rule: string;
  readonly person?: boolean;
}

const cases = load(readFileSync(join(root, 'test/routing/responsibility.yml'), 'utf8')) as Case[];

describe('the responsible office', () => {
  it.each(cases.map((it) => [it.case, it] as const))('%s', (_case, it) => {
    const { office, rule, needsPerson, reason } = findOffice({
      measure: it.measure ?? null,
      act: it.act ?? 'help',
      department: it.department ?? null,
      places: it.places,
      ...(it.against === undefined ? {} : { against: it.against }),
      on: it.on ?? '2026-11-24',
    });
    expect({ office: office.code, rule, person: needsPerson }).toEqual({
      office: it.office,
      rule: `2022-08/${it.rule}`,
      person: it.person ?? false,
    });
    if (it.name !== undefined) expect(office.name.zh).toBe(it.name);
    expect(reason.zh).not.toBe('');
  });

  it('is always found, is never the office complained of, and is never under it', () => {
    const code = fc.constantFrom(
      ...gazetteer.townships.slice(0, 50).map((area) => area.code), '152971100', '150571003', '150521', '150571', '1505', '15', '999', '',
    ); // prettier-ignore
    const maybe = fc.option(code, { nil: undefined });
    fc.assert(
      fc.property(
        fc.constantFrom(null, ...MEASURE_CODES), fc.constantFrom(...act.options), fc.constantFrom(null, ...department.options),
        maybe, maybe, maybe, maybe,
        (measure, anAct, aDepartment, present, registered, event, against) => {
          const { office } = findOffice({
            measure, act: anAct, department: aDepartment, on: '2026-11-24',
            places: {
              ...(present === undefined ? {} : { present }),
              ...(registered === undefined ? {} : { registered }),
              ...(event === undefined ? {} : { event }),
            },
            ...(against === undefined ? {} : { against }),
          });
          expect(directory.officeByCode(office.code)?.level).toBe(office.level);
          if (against !== undefined && against !== '15' && directory.officeByCode(against))
            expect(directory.isWithin(office.code, against)).toBe(false);
        },
      ),
      { seed: 3, numRuns: 2000 },
    ); // prettier-ignore
  });

  it('takes the version in force on the day', () => {
    const [first] = table.versions;
    if (!first) throw new Error('the table has a version');
    const next = { ...first, id: '2027-01', from: '2027-01-01' };
    const find = createFindOffice({ versions: [{ ...first, until: '2026-12-31' }, next] }, directory);
    const query = {
      measure: 'M08',
      act: 'help',
      department: null,
      places: { present: '150521100' },
    } as const;
    expect(find({ ...query, on: '2026-12-31' }).rule).toBe('2022-08/where-the-trouble-is');
    expect(find({ ...query, on: '2027-01-01' }).rule).toBe('2027-01/where-the-trouble-is');
    expect(find({ ...query, on: '2020-01-01' }).rule).toBe('2022-08/where-the-trouble-is');
  });
});
