import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readGazetteer } from '../../src/adapters/catalogue/read-gazetteer';
import { readOffices, readResponsibility } from '../../src/adapters/catalogue/read-responsibility';

const root = join(__dirname, '../..');
let copy: string;

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'tusa-data-'));
  for (const file of ['data/responsibility.yml', 'data/offices.yml', 'data/gazetteer'])
    cpSync(join(root, file), join(copy, file), { recursive: true });
});
afterEach(() => {
  rmSync(copy, { recursive: true });
});

function change(file: string, from: string, to: string): void {
  const path = join(copy, file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
  writeFileSync(path, text.replace(from, to));
}
const lineOf = (file: string, part: string): number =>
  readFileSync(join(copy, file), 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(part)) + 1;

describe('faults of the responsibility table', () => {
  it('names an unknown measure with its line', () => {
    change('data/responsibility.yml', '[M20]', '[M21]');
    const line = lineOf('data/responsibility.yml', '[M21]');
    expect(() => readResponsibility(copy)).toThrow(
      `data/responsibility.yml:${line}: versions.0.rules.4.measures`,
    );
  });

  it('refuses a last rule that does not fit everything', () => {
    change(
      'data/responsibility.yml',
      '      - id: other-matter\n',
      '      - id: other-matter\n        acts: [help]\n',
    );
    expect(() => readResponsibility(copy)).toThrow('the last rule must fit everything');
  });

  it('refuses two rules of one id', () => {
    change('data/responsibility.yml', 'id: gifts', 'id: referral');
    expect(() => readResponsibility(copy)).toThrow('rule id referral is used twice; give it another');
  });

  it('refuses a version that ends before it begins', () => {
    change('data/responsibility.yml', 'until: null', "until: '2020-01-01'");
    expect(() => readResponsibility(copy)).toThrow('ends before it begins; correct `from` or `until`');
  });

  it('refuses versions that overlap', () => {
    const path = join(copy, 'data/responsibility.yml');
    const text = readFileSync(path, 'utf8');
    const version = text.slice(text.indexOf('  - id: 2022-08'));
    writeFileSync(
      path,
      `${text}${version.replace('id: 2022-08', 'id: 2027-01').replace('2022-08-14', '2027-01-01')}`,
    );
    expect(() => readResponsibility(copy)).toThrow('overlaps version 2027-01; end it before 2027-01-01');
  });

  it('says where the YAML breaks', () => {
    change('data/responsibility.yml', 'acts: [complaint]', 'acts: [complaint');
    expect(() => readResponsibility(copy)).toThrow('not valid YAML');
  });

  it('names a department without a name', () => {
    change('data/offices.yml', '  justice: {', '  lawyers: {');
    expect(() => readOffices(copy)).toThrow('data/offices.yml:');
  });
});

describe('faults of the gazetteer', () => {
  it.each([
    [
      'broken JSON',
      '"year":2023',
      '"year":',
      'data/gazetteer/inner-mongolia.json:0: not valid JSON; run `npm run build-gazetteer` to make it anew',
    ],
    ['a wrong year', '"year":2023', '"year":"2023"', 'data/gazetteer/inner-mongolia.json:0: year: '],
    [
      'a foreign code',
      '"code":"150521"',
      '"code":"110521"',
      'data/gazetteer/inner-mongolia.json:0: counties.',
    ],
  ])('%s', (_case, from, to, message) => {
    change('data/gazetteer/inner-mongolia.json', from, to);
    expect(() => readGazetteer(copy)).toThrow(message);
  });

  it('a missing file', () => {
    rmSync(join(copy, 'data/gazetteer/other-regions.json'));
    expect(() => readGazetteer(copy)).toThrow(
      'data/gazetteer/other-regions.json:0: cannot be read; run `npm run build-gazetteer` to make it anew',
    );
  });
});
