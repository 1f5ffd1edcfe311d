import { join } from 'node:path';
import { readDialogs } from '../../../src/adapters/catalogue/read-dialogs';
import { readMeasures } from '../../../src/adapters/catalogue/read-intents';
import { judgePrescreen } from '../../../src/domain/prescreen/judge-prescreen';
import type { Need } from '../../../src/domain/dialogs/state';
import type { Fields } from '../../../src/domain/tickets/ticket';
import { MEASURE_CODES, type MeasureCode } from '../../../src/domain/understanding/labels';
import { projectRoot } from '../../../src/project-root';

const measures = new Map(readMeasures(join(projectRoot(), 'intents')).map((one) => [one.code, one]));
const { prescreens } = readDialogs(projectRoot(), measures);
const TODAY = '2026-11-24';
const need = (measure: MeasureCode): Need => ({
  scope: 'measure', measure, department: null, act: 'help', urgency: 'normal', danger: 'none', subject: 'self',
}); // prettier-ignore
const given = (values: Readonly<Record<string, string | number | boolean>>): Fields =>
  Object.fromEntries(
    Object.entries(values).map(([slot, value]) => [slot, { value, status: 'given' as const }]),
  );
const judge = (measure: MeasureCode, fields: Fields) =>
  judgePrescreen(prescreens, measures, [need(measure)], fields, TODAY);
const policies = (measure: MeasureCode, fields: Fields, kind: string) =>
  judge(measure, fields).lines.filter(({ speaks }) => speaks === kind).map(({ policy }) => policy.id); // prettier-ignore

test('every measure has a pre-screen with something for it and something that may be missing', () => {
  expect([...prescreens.byMeasure.keys()].sort()).toEqual([...MEASURE_CODES].sort());
  for (const { measure, lines } of prescreens.byMeasure.values()) {
    const kinds = new Set(lines.map(({ speaks }) => speaks));
    expect([measure, kinds.has('for'), kinds.has('missing')]).toEqual([measure, true, true]);
  }
});

test('an empty case speaks for nothing, and says what is missing', () => {
  for (const measure of MEASURE_CODES) {
    const { lines } = judge(measure, {});
    expect([measure, lines.some(({ speaks }) => speaks === 'for')]).toEqual([measure, false]);
    expect([measure, lines.some(({ speaks }) => speaks === 'missing')]).toEqual([measure, true]);
  }
});

test('a denied word speaks neither way', () => {
  expect(policies('M01', given({ property: '有辆车' }), 'against')).toEqual(['M01-1']);
  expect(policies('M01', given({ property: '没有车，也没有楼房，存款没有' }), 'against')).toEqual([]);
});

test('members of the household count', () => {
  const fields = (is: string, age: number): Fields => ({
    household_members: { value: '儿子', status: 'given', rows: [{ who: '儿子', age, is }] },
  });
  expect(policies('M01', fields('works', 40), 'against')).toEqual(['M01-1']);
  expect(policies('M01', fields('disabled', 40), 'for')).toEqual(['M01-5']);
  expect(policies('M01', fields('studies', 9), 'for')).toEqual(['M01-1']);
});

test('papers: those that fit, with what is at hand', () => {
  const { papers } = judge('M01', given({ papers: '身份证户口本都有，残疾证没有', illness: '腿残疾' }));
  expect(papers.map(({ zh, have }) => (have ? `✓${zh}` : zh))).toEqual([
    '✓身份证', '✓户口本', '收入和家产的说明', '残疾证', '诊断证明',
  ]); // prettier-ignore
});

test('what no checked item in force says is not for citizens', () => {
  const lines = [...prescreens.byMeasure.values()].flatMap(
    ({ measure }) => judge(measure, given({ school: '大学', current_aid: '低保', last_work: '工地' })).lines,
  );
  const kept = lines.filter(({ shown }) => !shown).map(({ policy }) => policy);
  expect(kept.map(({ id }) => id)).toEqual(expect.arrayContaining(['M05-6', 'M07-1']));
  for (const { policy, shown } of lines)
    if (shown) expect([policy.id, policy.show, 'AB'.includes(policy.grade)]).toEqual([policy.id, true, true]);
});
