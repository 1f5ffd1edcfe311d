import { join } from 'node:path';
import { readGazetteer } from '../../../src/adapters/catalogue/read-gazetteer';
import { readOffices } from '../../../src/adapters/catalogue/read-responsibility';
import { createOfficeDirectory } from '../../../src/domain/routing/office-directory';

const root = join(__dirname, '../../..');
const { officeByCode, officesUnder, isWithin, above } = createOfficeDirectory(
  readGazetteer(root),
  readOffices(root),
);

describe('the offices', () => {
  it.each([
    [
      '150521100',
      'township',
      '保康镇民政办（社会救助窗口）',
      'Baokang Town civil affairs desk (social assistance)',
    ],
    ['150521', 'county', '科尔沁左翼中旗民政局', 'Horqin Left Middle Banner Civil Affairs Bureau'],
    ['1505', 'league', '通辽市民政局', 'Tongliao Civil Affairs Bureau'],
    ['15', 'region', '内蒙古自治区社会救助热线值班席', 'Inner Mongolia social assistance hotline desk'],
  ])('%s', (code, level, zh, en) => {
    expect(officeByCode(code)).toEqual({ code, level, name: { zh, en } });
  });

  it.each([
    ['150521100', '150521', true],
    ['150521100', '1505', true],
    ['150521100', '15', true],
    ['150521100', '150521100', true],
    ['150521100', '150522', false],
    ['150521', '150521100', false],
    ['152971100', '152921', true],
    ['152971100', '152971', true],
    ['152921110', '152971', false],
    ['999', '15', false],
    ['150521100', '999', false],
    ['150521100', '', false],
  ])('%s within %s: %s', (office, scope, expected) => {
    expect(isWithin(office, scope)).toBe(expected);
  });

  it('lists what lies under an office', () => {
    expect(officesUnder('15')).toHaveLength(12);
    expect(officesUnder('1505').map((it) => it.code)).toContain('150521');
    expect(officesUnder('152921').map((it) => it.code)).toEqual(
      expect.arrayContaining(['152921110', '152971100']),
    );
    expect(officesUnder('150521100')).toEqual([]);
    expect(officesUnder('999')).toEqual([]);
  });

  it('climbs from the township to the region', () => {
    expect(above('150521100').code).toBe('150521');
    expect(above('152971100').code).toBe('152921');
    expect(above('150521').code).toBe('1505');
    expect(above('1505').code).toBe('15');
    expect(above('15').code).toBe('15');
  });
});
