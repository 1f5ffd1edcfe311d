import type { Example } from '../../../src/domain/understanding/training/example';
import type { TrainingData } from '../../../src/domain/understanding/training/train-model';

const texts: readonly [string, Partial<Example>][] = [
  ['家里没收入想申请低保', { measures: ['M01'] }],
  ['低保被停了是怎么回事', { measures: ['M01'], act: 'complaint' }],
  ['老两口没有来钱的路，能吃低保吗', { measures: ['M01'], act: 'consult' }],
  ['低保怎么申请', { measures: ['M01'], act: 'consult' }],
  ['工地停工三个月没钱，没交过失业保险', { measures: ['M05'] }],
  ['饭店关门了，我没参保，没活干', { measures: ['M05'] }],
  ['失业了没交过社保，有没有补助', { measures: ['M05'], act: 'consult' }],
  ['包工头跑了，没签合同没参保，四个月没收入', { measures: ['M05'] }],
  ['今晚没地方住，没吃的', { measures: ['M14'], urgency: 'urgent', danger: 'exposure' }],
  ['家里断粮了，等不及审批', { measures: ['M14'], urgency: 'urgent', danger: 'exposure' }],
  ['没煤烧，孩子冻得哭', { measures: ['M14'], urgency: 'urgent', danger: 'exposure' }],
  [
    'nothing to eat tonight, please help first',
    { measures: ['M14'], urgency: 'urgent', danger: 'exposure', lang: 'en' },
  ],
  ['暖气不热，供热公司不管', { scope: 'general' }],
  ['路灯坏了没人修', { scope: 'general' }],
  ['小区物业乱收费', { scope: 'general', act: 'complaint' }],
  ['门口的路坑坑洼洼', { scope: 'general' }],
  ['医保报销比例是多少', { scope: 'referral', department: 'medical_insurance', act: 'consult' }],
  ['住院报销找医保局哪个窗口', { scope: 'referral', department: 'medical_insurance', act: 'consult' }],
  ['他拿刀砍人了', { scope: 'referral', department: 'police', danger: 'violence', urgency: 'critical' }],
  ['丈夫又打我，救命', { scope: 'referral', department: 'police', danger: 'violence', urgency: 'critical' }],
  ['你好', { scope: 'chat', act: 'other' }],
  ['在吗', { scope: 'chat', act: 'other' }],
  ['谢谢再见', { scope: 'chat', act: 'other' }],
  ['你是机器人吗', { scope: 'chat', act: 'other' }],
];

/** Two dozen utterances of four speakers: enough to train every axis in a blink, too few to judge by. */
export const tinyCorpus: readonly Example[] = texts.map(([text, labels], index) => ({
  text,
  lang: 'zh',
  scope: 'measure',
  measures: [],
  accept: labels.measures ?? [],
  act: 'help',
  urgency: 'normal',
  danger: 'none',
  subject: 'self',
  department: null,
  tags: [],
  author: `speaker-${index % 4}`,
  file: 'tiny.yml',
  line: index + 1,
  ...labels,
}));

/** The tiny corpus with a vocabulary and one danger rule. */
export const tinyData: TrainingData = {
  examples: tinyCorpus,
  vocabulary: {
    concepts: { 'job-loss': ['失业', '没活干', '停工', 'laid off', 'unemploy*'], support: ['低保', 'dibao'] },
    words: { now: '现在|今晚' },
    denials: [],
    people: {},
    patterns: { 'asks-at-the-end': ['(?:吗|多少|怎么申请)$'] },
  },
  sounds: { ofCode: Uint16Array.from({ length: 100 }, () => 0), spellings: [''] },
  rules: {
    words: {},
    calm: ['电影里'],
    never_calm: [],
    rules: [
      {
        id: 'gas',
        danger: 'fire',
        urgency: 'critical',
        any: ['煤气.{0,3}味', 'smell of gas'],
        unless: ['报警器'],
      },
    ],
    urgent: [{ id: 'medicine', any: ['断药'] }],
  },
  hash: 'tiny',
};
