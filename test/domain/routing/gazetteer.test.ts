import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { readGazetteer } from '../../../src/adapters/catalogue/read-gazetteer';
import { liesIn } from '../../../src/domain/routing/area';

const root = join(__dirname, '../../..');
const gazetteer = readGazetteer(root);

describe('the gazetteer', () => {
  it('holds the whole region', () => {
    const villages = gazetteer.townships.flatMap((township) => gazetteer.villagesOf(township));
    expect([
      gazetteer.leagues.length,
      gazetteer.counties.length,
      gazetteer.townships.length,
      villages.length,
    ]).toEqual([12, 108, 1225, 14_592]);
  });

  it('hangs every county under a league and every township under a county', () => {
    expect(gazetteer.counties.filter((county) => county.parent?.level !== 'league')).toEqual([]);
    expect(gazetteer.townships.filter((township) => township.parent?.level !== 'county')).toEqual([]);
  });

  it('puts the townships of a zone also in the county around it', () => {
    const township = gazetteer.area('152971100');
    const banner = gazetteer.area('152921');
    if (!township || !banner) throw new Error('乌斯太镇 and 阿拉善左旗 are in the data');
    expect(liesIn(township, banner)).toBe(true);
    expect(gazetteer.townshipsOf(banner)).toContain(township);
  });

  it('was built from the aliases as they stand', () => {
    const aliases = load(readFileSync(join(root, 'data/gazetteer/aliases.yml'), 'utf8')) as Record<
      string,
      { zh?: string[] }
    >;
    const stale = Object.entries(aliases).filter(
      ([code, { zh = [] }]) => JSON.stringify(gazetteer.area(code)?.aliases) !== JSON.stringify(zh),
    );
    expect(stale).toEqual([]);
  });

  it('gives no strong alias that means one county here and a province elsewhere', () => {
    for (const county of gazetteer.counties)
      for (const alias of county.aliases)
        expect(gazetteer.names.get(alias)?.every((sense) => sense.area)).toBe(true);
  });
});
