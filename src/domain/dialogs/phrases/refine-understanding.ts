import type { MeasureCode, Scope } from '../../understanding/labels';
import type { ScoredMeasure, Understanding, Zone } from '../../understanding/understanding';
import { namedDepartments } from './named-departments';
import { joinsNeeds } from './joins-needs';
import { namedMeasure } from './named-measure';
import { refineAct } from './refine-act';
import { refineDanger } from './refine-danger';
import { refineMeasures } from './refine-measures';
import { refineSubject } from './refine-subject';

/** From here a first need is acted on, below it is asked about. */
const ACT_FROM = 0.7;
/** A hardship told in plain words is a need of the service from this likelihood of its best measure. */
const PLAUSIBLE = 0.25;
/** Temporary assistance is the plainest guess where hardship is told in so many words. */
const LEAST_PLAUSIBLE = 0.1;
const NAMED = 0.9;
const HARDSHIP =
  /钱[^，。]{0,4}(?:花|用)(?:完|光|干|了个精光)|没钱(?:看|治|吃|过|买|交)|欠(?:了|下|债|一屁股)|过不下去|日子(?:难|没法|紧)|(?:日子|冬天|这年|往后|今年)[^，。]{0,3}(?:咋|怎么|咋个)过|绝收|颗粒无收|一颗也没收|吃不上|揭不开|救助|低保|no money|in debt|cannot afford|can't afford/i;
/** A bare word of hardship is no small talk: what happened is asked. */
const IN_HARDSHIP = /(?:我|俺|咱|家)[^，。]{0,4}(?:困难|难处|遇上难|难(?:啊|呀|得很)?[。]?$)|家境/;
/** An office of this service, or what it gives, is spoken of. */
const SERVICE =
  /民政|救助|低保|五保|特困|热线|窗口|大厅|办事处|工作人员|干部|专干|会计|主任|公示|补助|送煤|送面|送米|煤|慰问|社工|小程序|allowance|assistance|dibao|hotline|civil affairs|counter/i;
/** What this service itself runs; a counter or an officer may be anybody's. */
/** From here on a second need is meant, and no mere likeness. */
const BOTH = 0.5;
const OWN_SERVICE =
  /民政|救助|低保|五保|特困|热线|12345|办事?大厅|大厅(?:里)?办事|镇大厅|办事处|civil affairs|hotline/i;
const ELSEWHERE = /医院|学校|派出所|银行|社保|公交|车站|物业|供热|法院|hospital|school|police|bank/i;
const OFFICIAL =
  /会计|主任|书记|村长|干部|队长|嘎查达|专干|科长|镇长|乡长|工作人员|民政|official|clerk|village head|secretary/i;
/** What a report may be filed under; the rest is about what somebody needs, not about what somebody did. */
const REPORTED = new Set<MeasureCode>(['M01', 'M04', 'M08', 'M10', 'M11', 'M12', 'M13', 'M18', 'M19', 'M20']);

/**
 * The understanding of a message with what its own words say plainly put above what it resembles: alarms taken back,
 * acts and needs called by their names, needs that no word speaks for left out. Pure.
 */
export function refineUnderstanding(text: string, understood: Understanding): Understanding {
  const danger = refineDanger(text, understood.danger);
  const calmed = danger !== understood.danger;
  const refined = refineMeasures(text, understood.measures);
  const changed = refined[0]?.id !== understood.measures[0]?.id;
  const byName = refineAct(text, understood.act);
  // The understanding of a progress question holds the need that is asked after; refused for want of power is M16.
  const act: Understanding['act'] =
    byName === 'progress' && refined[0]?.id === 'M16' && !/到哪|咋样|怎么样|进度|批了没|查/.test(text)
      ? 'help'
      : byName;
  let scope: Scope =
    calmed && understood.scope !== 'measure' ? restored(understood, refined) : understood.scope;
  if (scope === 'chat' && act !== understood.act) scope = 'general';
  const { measures, zone, into } = settled(
    text,
    scope,
    act,
    refined,
    changed ? zoneOf(refined) : understood.zone,
  );
  return {
    ...understood,
    danger,
    ...(calmed && { urgency: 'normal' as const }),
    act: act === 'other' && into !== scope ? 'help' : act,
    scope: into,
    department: into === 'referral' ? understood.department : null,
    measures,
    zone,
    subject: refineSubject(text, understood.subject),
  };
}

interface Settled {
  readonly measures: readonly ScoredMeasure[];
  readonly zone: Zone;
  readonly into: Scope;
}

function settled(
  text: string,
  scope: Scope,
  act: Understanding['act'],
  measures: readonly ScoredMeasure[],
  zone: Zone,
): Settled {
  const first = (id: MeasureCode): Settled => ({
    measures: [{ id, p: NAMED }, ...measures.filter((one) => one.id !== id)],
    zone: 'act',
    into: 'measure',
  });
  const best = measures[0];
  const here = scope === 'measure' || (scope === 'general' && SERVICE.test(text));
  if (act === 'praise' && here) return first('M18');
  if ((act === 'suggestion' || act === 'complaint') && scope === 'general' && here) return first('M18');
  if (
    act === 'complaint' &&
    scope === 'referral' &&
    OWN_SERVICE.test(text) &&
    !ELSEWHERE.test(text) &&
    namedDepartments(text).length === 0
  )
    return first('M18');
  const official = OFFICIAL.test(text);
  const fits =
    scope === 'measure' && best !== undefined && REPORTED.has(best.id) && !(official && best.id === 'M12');
  if (act === 'report' && here && !fits) return first(official ? 'M18' : 'M13');
  if (scope !== 'measure' && (act === 'help' || act === 'consult' || act === 'other')) {
    const named = namedMeasure(text);
    if (named !== undefined && namedDepartments(text).length === 0) return first(named);
    if (
      scope === 'general' &&
      HARDSHIP.test(text) &&
      best !== undefined &&
      best.p >= (best.id === 'M08' ? LEAST_PLAUSIBLE : PLAUSIBLE)
    )
      return { measures, zone: zoneOf(measures), into: 'measure' };
  }
  if (scope === 'chat' && IN_HARDSHIP.test(text)) return { measures, zone: 'handover', into: 'measure' };
  // Two needs told one beside the other are both taken; there is nothing to choose between.
  const both = zone === 'ask' && (measures[1]?.p ?? 0) >= BOTH && joinsNeeds(text);
  return { measures, zone: both ? 'act' : zone, into: scope };
}

/** The scope that a false alarm had pushed aside. */
function restored({ scope }: Understanding, measures: readonly ScoredMeasure[]): Scope {
  if (scope === 'chat') return scope;
  return (measures[0]?.p ?? 0) >= PLAUSIBLE ? 'measure' : 'general';
}

function zoneOf(measures: readonly ScoredMeasure[]): Zone {
  return (measures[0]?.p ?? 0) >= ACT_FROM ? 'act' : 'ask';
}
