import type { MeasureCode } from '../../understanding/labels';
import { saysLack } from '../phrases/says-lack';
import type { Turn } from './turn';

const ENOUGH =
  /还有|还能|有吃|有住|不缺|不愁|够(?:吃|用|烧)|暖和|没(?:什么|啥)?(?:事|危险|问题)|都有|稳定|\b(?:still have|ha(?:ve|s) (?:food|enough)|fine|stable|safe|warm|yes|ok)\b/i;
/** Needs that give way to first aid when food, heat or shelter is missing tonight. */
const GIVES_WAY = new Set<MeasureCode | null>([
  'M01',
  'M02',
  'M05',
  'M06',
  'M07',
  'M08',
  'M15',
  'M16',
  'M19',
  null,
]);

/**
 * Food, heat or shelter turns out to be missing in the middle of a case: a person is alerted and the number given, the
 * case becomes one that cannot wait, and only what is indispensable is asked still.
 */
export function raiseLack(t: Turn): void {
  const { danger, urgency } = t.input.understanding;
  if (danger !== 'exposure' || urgency === 'normal' || t.flags.alerted === true || t.need === undefined)
    return;
  if (t.input.value !== undefined || t.text.length < 5 || !saysLack(t.text) || ENOUGH.test(t.text)) return;
  t.flags.alerted = true;
  if (t.known('what_happened') && !t.known('danger_words')) t.fill('danger_words', t.text);
  t.setNeed({
    danger,
    urgency,
    ...(GIVES_WAY.has(t.need.measure) && t.need.act === 'help' ? { measure: 'M14', scope: 'measure' } : {}),
  });
  t.needs = t.needs.filter(({ measure }, at) => at === 0 || measure !== 'M14');
  t.emit({ kind: 'danger', danger });
  t.say('danger', 'danger.lane', {}, { handoff: danger, dial: ['110', '120'] });
  if (t.need.measure === 'M14' && t.catalogue.dialogs.has('advance-relief')) {
    t.dialog = {
      id: 'advance-relief',
      version: t.catalogue.dialogs.get('advance-relief')!.version,
      step: 'start',
    };
  }
}
