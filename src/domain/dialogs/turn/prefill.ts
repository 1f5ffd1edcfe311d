import type { Subject } from '../../understanding/labels';
import { findPersonNames } from '../../understanding/entities/person-name';
import type { Entity } from '../../understanding/understanding';
import { declinesToBeNamed } from '../phrases/declines-to-be-named';
import { ownNameInOffice } from '../phrases/name-in-office';
import { saysRegisteredHere } from '../phrases/says-registered-here';
import { storyWithoutDetails } from '../phrases/story-without-details';
import { tellsStory } from '../phrases/tells-story';
import { toldDate } from '../phrases/told-date';
import { PAPERS_SLOT } from '../../prescreen/judge-prescreen';
import { toldPapers } from '../phrases/told-papers';
import { toldDetails } from '../phrases/told-details';
import { takePlacesOf } from './take-place';
import type { Turn } from './turn';

/** These measures are about one person of the household, whoever writes. */
const ABOUT_ONE_PERSON = new Set(['M04', 'M09', 'M10', 'M11']);
const OF_ANOTHER = /(?:他|她|孩子|老人|爸|妈|爹|娘|名|爷|奶|户主|本人名)叫[是为]?$/;
const OF_SELF =
  /(?:(?:^|[，。,.;；\s]|都|也|是|的|场|镇|村|旗|县|区|市)(?:今年|现年)|(?<![给欠借还跟比])(?:我|俺|咱|本人|我自己|俺自己))(?:今年|现年|都|也|快|已经|都快|自己|是|虚岁|周岁|有)*$|\bi(?:'m| am)(?: already| now)?\s*$/i;
/** Characters beyond name, place and request: 房子塌了 is a story. */
const LEAST_STORY = 4;
const PARENT = /[爸妈爹娘爷奶]|老人|父亲|母亲|额吉|婆婆|公公|丈人|丈母/;
const PATIENT =
  /(儿子|小子|闺女|女儿|姑娘|孩子|娃|老伴|老婆|媳妇|妻子|男人|丈夫|老公|老汉|爸|爹|父亲|妈|娘|母亲)(?!和|跟|俩|们)[^，。,.;；爸妈儿女我俺]{0,12}(?:病|癌|瘤|撞|瘫|截|住院|手术|化疗|透析|摔|残|尿毒|脑梗|出血|中风|骨折|植物人)|\bmy (son|daughter|child|wife|husband|father|mother)\b[^.]{0,30}\b(?:ill|sick|cancer|injur\w+|hospital|leuk\w+|surgery|accident|paraly\w+|dialysis|stroke)/i;
const PATIENTS: Readonly<Record<string, RegExp>> = {
  son: /儿子|小子|son/i, daughter: /闺女|女儿|姑娘|daughter/i, child: /孩子|娃|child/i, spouse: /老伴|老婆|媳妇|妻子|男人|丈夫|老公|老汉|wife|husband/i,
  father: /爸|爹|父|father/i, mother: /妈|娘|母|mother/i,
}; // prettier-ignore
const IN_OFFICE =
  /我(?:们)?(?:是|在)[^，。,.]{0,12}(?:书记|村长|主任|网格员|嘎查达|干部|社工|驻村|工作队|老师|教师|医生|大夫|护士|民警|专干)|\bi am (?:a|the) [^.,]{0,20}(?:teacher|doctor|nurse|village (?:head|secretary)|grid worker|social worker)/i;
const HAS_AID =
  /(?:是|吃着?|享受着?|拿着?|领着?|有)(?:了|的|个)?(低保边缘|低保|五保|特困)(?:户|人员|对象|金)?(?!吗|么|不|没|嘛|呢)/;
const NO_AID = /(?:没有?|没吃|不是|没享受|没领|从没|没办过?|没纳入)(?:过|上|着|任何)?(?:低保|五保|特困|救助)/;
const SAFE =
  /[^，。,.；;]{0,6}(?:有吃有住|吃住都有|吃的住的(?:都)?(?:有|不缺)|不愁吃住|有吃有喝|吃喝不愁|暂时没(?:什么|啥)?危险|屋里暖和)[^，。,.；;]{0,6}/;
const WISH =
  /(?:想(?:申请|要|请|办|让|求|问|给|找|住|进|把)|希望|盼着|能不能|可不可以|能给|帮(?:我|忙|帮|个)|申请|请(?:你|您|求|帮|给|派|来|政府|村里)|需要|要求|\b(?:i|we) (?:want|need|would like|hope|wish)|please|could you|can you)/i;
const UNINSURED =
  /(?:没有?|未|从来?没|压根没|也没|没给)(?:[交缴上参买]过?)[^，。,.]{0,5}(?:失业)?(?:保险|社保)|(?:失业)?(?:保险|社保)[^，。,.]{0,4}(?:没|未)(?:有)?(?:交|缴|上|参|买)|no unemployment insurance|never (?:paid|had)[^.]{0,20}insurance/i;
const WORK =
  /[^，。,.；;]{0,12}(?:工地|饭店|饭馆|餐馆|厂子?|煤矿|矿上|公司|商店|超市|装修队|外卖|保安|砖厂|牧场)[^，。,.；;]{0,8}/;

/**
 * Keeps every detail that a message gives without being asked. With `asked`, the message answers that slot, and only
 * what cannot be mistaken is taken for others.
 */
export function prefill(t: Turn, asked?: string): void {
  const message = t.text;
  const { entities, subject } = t.input.understanding;
  const first = (kind: Entity['kind']) => entities.find((entity) => entity.kind === kind);
  const take = (slot: string, value: string | number | boolean | undefined) => {
    // In a batch names and numbers are the households'; the reporter is asked.
    if (t.flags.batch !== undefined && slot.startsWith('caller_')) return;
    if (value !== undefined && slot !== asked && !t.given(slot)) t.fill(slot, value);
  };
  if (declinesToBeNamed(message)) {
    const phoneOnly =
      /电话|手机|号码|联系方式|phone|number/i.test(message) && !/名|姓|我是谁|name|anonym/i.test(message);
    for (const slot of phoneOnly ? ['caller_phone'] : ['caller_name', 'caller_phone'])
      if (!t.given(slot) || phoneOnly) t.fill(slot, null, 'refused');
  }
  take('caller_phone', first('phone')?.value);
  const size = householdSize(t, message, entities);
  if (asked === undefined || /口/.test(size ? message.slice(size.start, size.end) : ''))
    take('household_size', size?.value);
  takeName(t, message, entities, take, asked);
  const who = t.need?.subject ?? subject;
  const aboutOne = who !== 'self' || ABOUT_ONE_PERSON.has(t.need?.measure ?? '');
  if (asked === undefined || /岁|今年/.test(message))
    take('subject_age', ageOf(message, entities, aboutOne, who));
  takePapers(t, message);
  if (asked === undefined) takeStory(t, message, entities, take);
  takeOffice(t, message);
  if (saysRegisteredHere(message)) t.flags.registeredHere = true;
  const placeAsked = asked !== undefined && t.catalogue.slots.get(asked)?.kind === 'place';
  if (!placeAsked) takePlacesOf(t, message, t.input.place);
  if (
    t.flags.registeredHere === true &&
    t.given('current_address') &&
    !t.known('registered_address') &&
    asked !== 'registered_address'
  ) {
    t.fill('registered_address', t.fields.current_address?.value ?? null);
    if (t.places.present !== undefined && t.places.registered === undefined)
      t.setPlace('registered', t.places.present);
  }
}

/** 现在四口 stands before what was; "我老妈一个人住" is no number of the writer's own household. */
function householdSize(t: Turn, message: string, entities: readonly Entity[]): Entity | undefined {
  const sizes = entities.filter(({ kind, start, end }) => {
    if (kind !== 'household_size') return false;
    const another =
      /一个人|alone/i.test(message.slice(start, end)) &&
      PARENT.test(/[^，,。；;]{0,24}$/.exec(message.slice(0, start))?.[0] ?? '');
    return (
      !another ||
      (t.need !== undefined &&
        t.needs.length === 1 &&
        (t.need.subject !== 'self' || ABOUT_ONE_PERSON.has(t.need.measure ?? '')))
    );
  });
  return (
    sizes.findLast(({ start }) => /(?:现在|如今|眼下|剩下?)[^，,。]{0,4}$/.test(message.slice(0, start))) ??
    sizes.find(({ start, end }) => /[口人]/.test(message.slice(start, end))) ??
    sizes[0]
  );
}

/** Which papers are at hand; what was said of others before stays. */
function takePapers(t: Turn, message: string): void {
  const told = toldPapers(message, t.catalogue.prescreens.papers);
  if (told === undefined) return;
  const before = t.fields[PAPERS_SLOT]?.value;
  t.fill(PAPERS_SLOT, typeof before === 'string' && !before.includes(told) ? `${before}；${told}` : told);
}

type Take = (slot: string, value: string | number | boolean | undefined) => void;

/** 我爸七十八，叫关长河; 有个老光棍叫二后生: a name, or a nickname, of the one who is spoken of. */
const CALLED =
  /(?:[，,。；;\s]|[爸妈爹娘爷奶娃他她汉棍子女伴婆婶叔嫂哥姐弟妹人])(?:大名|小名|名字)?叫([\p{Script=Han}·]{2,5})(?=[，,。；;、\s今住]|$)/u;
const NO_CHRISTIAN_NAME = /[我你您他她不没来去说人话救车]|什么|什|啥/;

function takeName(t: Turn, message: string, entities: readonly Entity[], take: Take, asked?: string): void {
  take('caller_name', ownNameInOffice(message));
  const called = CALLED.exec(message)?.[1];
  if (called !== undefined && (t.need?.subject ?? 'self') !== 'self' && !NO_CHRISTIAN_NAME.test(called))
    take('subject_name', called);
  // An English name is told by its capitals, which the reading of the message has folded away.
  const names =
    /[A-Z]/.test(message) && !entities.some(({ kind }) => kind === 'person_name')
      ? findPersonNames(message)
      : entities;
  for (const { kind, start, value } of names) {
    if (kind !== 'person_name') continue;
    const name = String(value).length === 1 && !/[a-z]/i.test(String(value)) ? `姓${value}` : String(value);
    const before = message.slice(Math.max(0, start - 6), start);
    // Whoever is asked their own name and answers 姓何 speaks of nobody else.
    const another =
      asked !== 'caller_name' &&
      (OF_ANOTHER.test(before) || (name.startsWith('姓') && !/我|俺|免贵|本人/.test(before)));
    take(another ? 'subject_name' : 'caller_name', name);
    if (!another && t.need?.subject === 'self') t.flags.named = true;
  }
}

/** "70了" between two commas, "a boy, about 9": ages without the word, where one person is spoken of. */
function looseAge(message: string): number | undefined {
  const found =
    /(?:^|[，,。\s])(?:我|俺|他|她|今年|都|也)*([3-9]\d|10\d)多?了(?=[，,。\s]|$)/.exec(message) ??
    /\b(?:boy|girl|child|son|daughter|man|woman|lady|mother|father|grand\w+|he|she)\b[^.]{0,25}?\b(?:about|around|aged?|is) (\d{1,3})\b(?! *(?:yuan|km|months?|days?|years? ago|people))/i.exec(
      message,
    );
  return found === null ? undefined : Number(found[1]);
}

function ageOf(
  message: string,
  entities: readonly Entity[],
  aboutOne: boolean,
  subject: Subject,
): number | undefined {
  const ages = entities.filter(({ kind }) => kind === 'age');
  const own = ages.find(({ start }) => {
    const before = OF_SELF.exec(message.slice(Math.max(0, start - 12), start))?.[0];
    // "叫二后生，今年六十三岁": without 我 it is of the one who is spoken of.
    return before !== undefined && (subject === 'self' || /[我俺咱]|本人|\bi\b|\bi'/i.test(before));
  });
  if (!aboutOne) return own === undefined ? undefined : Number(own.value);
  const another = ages.find((age) => age !== own) ?? (subject === 'self' ? own : undefined);
  return another === undefined ? looseAge(message) : Number(another.value);
}

function takeStory(t: Turn, message: string, entities: readonly Entity[], take: Take): void {
  // 七号镇, 三月街: a date inside the name of a place is none.
  const inPlace = (at: number) => t.input.place.mentions.some(({ start, end }) => start <= at && at < end);
  take(
    'event_date',
    toldDate(
      message,
      entities.filter(({ start }) => !inPlace(start)),
      t.input.now,
    ),
  );
  takePatient(t, message);
  const accuses = t.need?.act === 'report' || t.need?.act === 'complaint';
  if (accuses) return takeWords(t, take);
  if (NO_AID.test(message)) take('current_aid', t.lang === 'en' ? 'none' : '没有');
  else {
    const aid = HAS_AID.exec(message)?.[1];
    if (
      aid !== undefined &&
      !/想|申请|能不能|怎么/.test(message.slice(0, HAS_AID.exec(message)!.index).slice(-4))
    )
      take('current_aid', aid === '五保' ? '特困' : aid);
  }
  takeWords(t, take);
  if (t.need?.act !== 'suggestion' && t.need?.act !== 'praise' && t.need?.act !== 'offer') {
    for (const [slot, words] of toldDetails(message, t.need?.measure ?? null)) take(slot, words);
  }
  if (t.need?.measure === 'M05') {
    if (UNINSURED.test(message)) take('ever_insured', false);
    take('last_work', WORK.exec(message)?.[0].trim());
  }
}

/** What is told in the person's own words: how safe they are, what they wish, what happened. */
function takeWords(t: Turn, take: Take): void {
  take('safety', SAFE.exec(t.text)?.[0]);
  const wish = t.text
    .split(/[，。,;；！!？?\n]+|\. /)
    .filter((clause) => WISH.test(clause))
    .at(-1);
  if (wish !== undefined)
    take(
      'need',
      wish
        .slice(WISH.exec(wish)?.index ?? 0)
        .trim()
        .slice(0, 60),
    );
  const places = t.input.place.mentions.map(({ start, end }) => t.text.slice(start, end));
  const bare = places.reduce(
    (text, place) => text.replace(place, ''),
    /\p{Script=Han}/u.test(t.text) ? storyWithoutDetails(t.text) : t.text,
  );
  if (tellsStory(bare, LEAST_STORY)) take('what_happened', t.text);
}

/** Whose illness or accident it is, where it is not the writer's own: 我儿子骑车撞了瘫在床上. */
export function takePatient(t: Turn, message: string): void {
  if (t.need?.subject !== 'self' || typeof t.flags.patient === 'string') return;
  const found = PATIENT.exec(message);
  if (found === null) return;
  const who = Object.entries(PATIENTS).find(([, words]) => words.test(found[1] ?? found[2] ?? ''))?.[0];
  if (who !== undefined) t.flags.patient = who;
}

/** A cadre or grid worker reports in office: whether the household knows is none of their questions. */
function takeOffice(t: Turn, message: string): void {
  if (IN_OFFICE.test(message) && !t.known('subject_knows')) t.fill('subject_knows', null, 'unknown');
}
