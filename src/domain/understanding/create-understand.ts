import { createDangerMatcher } from './danger/match-danger';
import { findEntities } from './entities/find-entities';
import { createFeatureSet } from './features/feature-set';
import type { Act, Language, MeasureCode, Scope } from './labels';
import { AXES, AXIS_START } from './model/axes';
import { probability, type Logistic } from './model/logistic';
import { decodeModel, type MessageModel } from './model/message-model';
import { bestOf, dangerPoint, measureScores, scopePoint, urgencyPoint } from './model/readings';
import { NearestFinder } from './model/nearest';
import { Scorer } from './model/scorer';
import { decideDanger } from './decide-danger';
import { departmentOf, settleScope } from './settle-scope';
import { fold } from './text/fold';
import { languageOf } from './text/language-of';
import type { ScoredMeasure, Understand, Understanding, Zone } from './understanding';

/** A need below this probability is not named at all. */
const LEAST = 0.01;
/** From here the first guess is acted on, from there down the best two or three are asked about. */
const ACT_FROM = 0.7;
const ASK_FROM = 0.25;
const HAS_LETTERS = /\p{L}/u;
const QUIET = { danger: 'none', urgency: 'normal' } as const;

/**
 * Makes the reader of messages from the bytes of a trained model. Throws a RangeError where they are not a model of
 * this version. The function it returns is pure and total; it reuses its buffers, so it is not re-entrant.
 */
export function createUnderstand(modelBytes: Uint8Array): Understand {
  return understandWith(decodeModel(modelBytes));
}

/** The same from a decoded model. */
export function understandWith(model: MessageModel): Understand {
  const { reader, firstDanger } = createFeatureSet(model.vocabulary, model.sounds, model.rules);
  const scorer = new Scorer(model.linear, reader);
  const finder = new NearestFinder(model.nearest, model.linear.idf, model.scopeOfText);
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
    const { byGroup } = finder.find(scorer.present, scorer.presentCount);
    const point = scopePoint(scorer, scores[first]!, scorer.known, byGroup);
    const inside = probability(calibration.scopes[measureScope]!, ...point);
    const outside = scopeOutside(point, calibration.scopes);
    // Digits, dots and faces alone are nobody's case, whatever the margins of nothing come to.
    const wordless = !HAS_LETTERS.test(text);
    const { danger, urgency } = wordless
      ? QUIET
      : decideDanger({
          rule: matcher.danger(folded, reader.matched, firstDanger),
          urgentRule: matcher.urgent(folded),
          calm: matcher.calm(reader.matched, firstDanger),
          eased: matcher.eased(reader.matched, firstDanger),
          modelDanger: AXES.danger[bestOf(scorer, 'danger', calibration.labels, 1)] as Exclude<
            (typeof AXES.danger)[number],
            'none'
          >,
          kindP: (kind) => labelP(scorer, calibration.labels, AXIS_START.danger + AXES.danger.indexOf(kind)),
          dangerP: probability(calibration.danger, ...dangerPoint(scorer)),
          dangerFrom: calibration.dangerFrom,
          urgentP: probability(calibration.urgent, ...urgencyPoint(scorer)),
          urgentFrom: calibration.urgentFrom,
          criticalLead: scorer.whole[AXIS_START.urgency]! - scorer.whole[AXIS_START.urgency + 1]!,
        });
    const heard = wordless ? 'chat' : inside >= calibration.inScopeFrom ? 'measure' : outside;
    const scope = settleScope(heard, inside, danger, folded);
    const act = actOf(scorer, scope, calibration.labels);
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
      subject: AXES.subject[bestOf(scorer, 'subject', calibration.labels)]!,
      department:
        scope === 'referral'
          ? (departmentOf(danger) ?? AXES.department[bestOf(scorer, 'department', calibration.labels)]!)
          : null,
      entities: findEntities(folded, now),
      zone: zoneOf(confidence, lang, scorer.reader.count),
      confidence,
    } satisfies Understanding;
  };
}

function labelP({ whole }: Scorer, labels: readonly Logistic[], place: number): number {
  return probability(labels[place]!, whole[place]!);
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

function needs(scores: Float32Array, first: number, second: number, curve: Logistic): ScoredMeasure[] {
  const found: { id: MeasureCode; p: number; score: number }[] = [];
  for (let index = 0; index < scores.length; index += 1) {
    const other = index === first ? scores[second]! : scores[first]!;
    found.push({
      id: AXES.measure[index]!,
      score: scores[index]!,
      p: probability(curve, scores[index]!, scores[index]! - other),
    });
  }
  found.sort((a, b) => b.score - a.score);
  // The first three are always named: they are what a person is asked about.
  return found
    .filter(({ p }, place) => place < 3 || p >= LEAST)
    .map(({ id, p }) => ({ id, p: Math.round(Math.max(p, LEAST) * 10_000) / 10_000 }));
}

function scopeOutside(point: readonly number[], curves: readonly Logistic[]): Scope {
  let best: Scope = 'general';
  let highest = -1;
  AXES.scope.forEach((label, index) => {
    const p = label === 'measure' ? -1 : probability(curves[index]!, ...point);
    if (p > highest) [best, highest] = [label, p];
  });
  return best;
}

/** `other` goes with small talk and with nothing else; small talk may still ask for a person. */
function actOf(scorer: Scorer, scope: Scope, labels: readonly Logistic[]): Act {
  let best = AXES.act[0] as Act;
  let highest = -1;
  AXES.act.forEach((act, index) => {
    const place = AXIS_START.act + index;
    const p = act === 'other' ? 0 : probability(labels[place]!, scorer.whole[place]!);
    if (p > highest) [best, highest] = [act, p];
  });
  return scope === 'chat' && best !== 'handoff' ? 'other' : best;
}

function zoneOf(confidence: number, lang: Language, features: number): Zone {
  if (lang === 'other') return 'handover';
  if (features === 0) return 'ask';
  return confidence >= ACT_FROM ? 'act' : confidence >= ASK_FROM ? 'ask' : 'handover';
}
