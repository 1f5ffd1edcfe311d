import { createDangerMatcher } from './danger/match-danger';
import { findEntities } from './entities/find-entities';
import { createFeatureSet } from './features/feature-set';
import type { Language, Scope } from './labels';
import { AXES, AXIS_START } from './model/axes';
import { probability } from './model/logistic';
import { decodeModel, type MessageModel } from './model/message-model';
import { bestOf, dangerPoint, leadOf, measureScores, scopePoint, urgencyPoint } from './model/readings';
import { Scorer } from './model/scorer';
import { decideDanger } from './decide-danger';
import { fold } from './text/fold';
import { languageOf } from './text/language-of';
import type { ScoredMeasure, Understand, Understanding, Zone } from './understanding';

/** A need below this probability is not named at all. */
const LEAST = 0.01;
/** From here the first guess is acted on, from there down the best two or three are asked about. */
const ACT_FROM = 0.7;
const ASK_FROM = 0.25;

/**
 * Makes the reader of messages from the bytes of a trained model. Throws a RangeError where they are not a model of
 * this version. The function it returns is pure and total; it reuses its buffers, so it is not re-entrant.
 */
export function createUnderstand(modelBytes: Uint8Array): Understand {
  return understandWith(decodeModel(modelBytes));
}

/** The same from a decoded model. */
export function understandWith(model: MessageModel): Understand {
  const { reader } = createFeatureSet(model.concepts, model.sounds);
  const scorer = new Scorer(model.linear, reader);
  const matcher = createDangerMatcher(model.rules);
  const { calibration } = model;
  const scores = new Float32Array(AXES.measure.length);
  const measureScope = AXES.scope.indexOf('measure');

  return (text, now) => {
    const folded = fold(text);
    const lang = languageOf(text);
    scorer.score(text);
    measureScores(scorer, calibration.mix, scores);
    const [first, second] = topTwo(scores);
    const inside = probability(calibration.inScope, ...scopePoint(scorer, scores[first]!, scorer.known));
    const scope = scopeOf(inside >= calibration.inScopeFrom, scorer, measureScope);
    const act = scope === 'chat' ? chatAct(scorer) : AXES.act[bestOf(scorer, 'act')]!;
    const { danger, urgency } = decideDanger({
      rule: matcher.danger(folded),
      urgentRule: matcher.urgent(folded),
      calm: matcher.calm(folded),
      modelDanger: AXES.danger[bestOf(scorer, 'danger', 1)] as Exclude<(typeof AXES.danger)[number], 'none'>,
      dangerP: probability(calibration.danger, ...dangerPoint(scorer)),
      dangerFrom: calibration.dangerFrom,
      urgentP: probability(calibration.urgent, ...urgencyPoint(scorer)),
      urgentFrom: calibration.urgentFrom,
      criticalLead: scorer.whole[AXIS_START.urgency]! - scorer.whole[AXIS_START.urgency + 1]!,
    });
    const measures = needs(scores, first, second, calibration.need);
    const confidence =
      scope === 'measure'
        ? probability(calibration.sure, scores[first]!, scores[first]! - scores[second]!, inside)
        : 1 - inside;
    return {
      lang,
      scope,
      measures,
      act,
      urgency,
      danger,
      subject: AXES.subject[bestOf(scorer, 'subject')]!,
      department: scope === 'referral' ? AXES.department[bestOf(scorer, 'department')]! : null,
      entities: findEntities(folded, now),
      zone: zoneOf(confidence, lang, scorer.reader.count),
      confidence,
    } satisfies Understanding;
  };
}

function topTwo(scores: Float32Array): [number, number] {
  let first = 0;
  let second = 1;
  if (scores[1]! > scores[0]!) [first, second] = [1, 0];
  for (let index = 2; index < scores.length; index += 1) {
    if (scores[index]! > scores[first]!) [first, second] = [index, first];
    else if (scores[index]! > scores[second]!) second = index;
  }
  return [first, second];
}

function needs(
  scores: Float32Array,
  first: number,
  second: number,
  curve: MessageModel['calibration']['need'],
): ScoredMeasure[] {
  const found: ScoredMeasure[] = [];
  for (let index = 0; index < scores.length; index += 1) {
    const other = index === first ? scores[second]! : scores[first]!;
    const p = probability(curve, scores[index]!, scores[index]! - other);
    if (p >= LEAST || index === first)
      found.push({ id: AXES.measure[index]!, p: Math.round(Math.max(p, LEAST) * 10_000) / 10_000 });
  }
  return found.sort((a, b) => b.p - a.p);
}

function scopeOf(inside: boolean, scorer: Scorer, measureScope: number): Scope {
  if (inside) return 'measure';
  const start = AXIS_START.scope;
  let best = measureScope === 0 ? 1 : 0;
  for (let index = 0; index < AXES.scope.length; index += 1) {
    if (index !== measureScope && scorer.whole[start + index]! > scorer.whole[start + best]!) best = index;
  }
  return AXES.scope[best]!;
}

/** Small talk is `other`, unless it asks for a person, thanks or the like. */
function chatAct(scorer: Scorer): (typeof AXES.act)[number] {
  const best = AXES.act[bestOf(scorer, 'act')]!;
  return leadOf(scorer, 'act', AXES.act.indexOf(best)) > 0 ? best : 'other';
}

function zoneOf(confidence: number, lang: Language, features: number): Zone {
  if (lang === 'other') return 'handover';
  if (features === 0) return 'ask';
  return confidence >= ACT_FROM ? 'act' : confidence >= ASK_FROM ? 'ask' : 'handover';
}
