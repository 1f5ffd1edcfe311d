import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { LocalConversation } from '../../scripts/local-conversation';
import { storyParts } from './story-parts';

const OPENINGS = {
  household: '我叫许凤兰，开鲁县大榆树镇的，电话13800000901，户口也在村里，家里五口人，去年三月男人腿断了干不了活，想申请低保',
  father: '我爸七十八，叫关长河，自己在扎赉特旗新林镇住，去年起腿脚不行，我叫关颖，电话13800000907，想请村里去看看他',
  dictated: '喂我叫包金花家在扎赉特旗音德尔镇电话13800000801家里三口人户口也在本地孩子他爸前年得了肝癌没了现在没收入想吃低保',
  accident: '我儿子骑摩托摔断了腿住院花了八万，想申请临时救助，宁城县天义镇的，我叫马利，电话13800000911，家里四口人',
  child: '娃他爸坐牢了娃他妈跑了，娃叫小虎子今年九岁，太仆寺旗千斤沟镇的，我是他奶奶，我叫王秀英，电话13800000912，想给娃办个困境儿童补助',
  neighbour: '兴和县鄂尔栋镇有个老光棍叫二后生，今年六十三岁，房子快塌了，捡破烂过活没人管，我不留名',
  english: 'Our house burnt down last week. My name is Sarah Wu, phone 13800000951, four people in the family, we live in Baokang Town, Horqin Left Middle Banner. Please help us with temporary assistance.',
} as const; // prettier-ignore

const correction = z.strictObject({
  opening: z.enum(['household', 'father', 'dictated', 'accident', 'child', 'neighbour', 'english']),
  say: z.string(),
  fields: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  place: z.string().optional(),
  registered: z.string().optional(),
  measure: z.string().optional(),
  subject: z.string().optional(),
  patient: z.string().optional(),
  /** Words that what is filed must hold: the person corrected is another. */
  words: z.string().optional(),
});
type Correction = z.infer<typeof correction>;

const NOW = new Date('2026-11-24T02:00:00Z');
/** Of all corrections at all moments, as the service promises. */
const LEAST_UNDERSTOOD = 0.95;
const parts = storyParts();
const cases = readFileSync(join(__dirname, 'corrections.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => correction.parse(JSON.parse(line)));
const MOMENTS = ['at once', 'two questions later', 'at the read-back'] as const;

/** What is otherwise than corrected; undefined where all is as it was said. */
function fault(
  { opening, say, ...wanted }: Correction,
  moment: (typeof MOMENTS)[number],
): string | undefined {
  const conversation = new LocalConversation(parts, () => NOW, opening === 'english' ? 'en' : 'zh');
  conversation.say(OPENINGS[opening]);
  const there = (asked: number) =>
    moment === 'at the read-back'
      ? conversation.state.open?.slot === 'readback'
      : asked === (moment === 'at once' ? 0 : 2);
  for (let asked = 0; !there(asked) && asked < 20 && conversation.state.open?.slot !== 'readback'; asked += 1)
    conversation.say(opening === 'english' ? 'I do not know' : '不清楚');
  conversation.say(say);
  const { fields, places, needs, flags } = conversation.state;
  const wrong = Object.entries(wanted.fields ?? {})
    .filter(([slot, value]) => fields[slot]?.value !== value)
    .map(([slot]) => `${slot} ${String(fields[slot]?.value)}`);
  const same = (what: string, want: string | undefined, got: unknown) => {
    if (want !== undefined && got !== want) wrong.push(`${what} ${String(got)}`);
  };
  same('place', wanted.place, places.present);
  same('registered', wanted.registered, places.registered);
  same('measure', wanted.measure, needs[0]?.measure);
  same('subject', wanted.subject, needs[0]?.subject);
  same('patient', wanted.patient, flags.patient);
  if (wanted.words !== undefined && !JSON.stringify(fields).includes(wanted.words))
    wrong.push(`lacks ${wanted.words}`);
  return wrong.length === 0 ? undefined : `${say} (${moment}): ${wrong.join(', ')}`;
}

test('a hundred different corrections', () => {
  expect(cases.length).toBeGreaterThanOrEqual(100);
  expect(new Set(cases.map(({ say }) => say)).size).toBe(cases.length);
});

test('are understood at any moment', () => {
  const faults = cases.flatMap((one) => MOMENTS.flatMap((moment) => fault(one, moment) ?? []));
  expect({
    understood: 1 - faults.length / (cases.length * MOMENTS.length) >= LEAST_UNDERSTOOD,
    faults: faults.length > 15 ? faults : [],
  }).toEqual({ understood: true, faults: [] });
});
