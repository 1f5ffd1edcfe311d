import type { Prescreens } from '../../prescreen/prescreen-file';

const HAS = /有|带|在|齐|全|办好|开好|准备好|拿着|揣|留着|\bhave\b|got|with me/i;
const ASKS = /[?？吗呢]|(?:什么|啥|哪些)|(?:能不能|要不要|用不用|需要|得)(?:带|拿|准备|有)/;

const PAPER = /证|本|簿|单|票|据|合同|病历|notice|card|register|bill|receipt|diagnosis|lease|contract/i;

/** The clauses of a message that say which papers are at hand, or that one is not; undefined where none does. */
export function toldPapers(text: string, papers: Prescreens['papers']): string | undefined {
  if (!PAPER.test(text)) return undefined;
  const clauses = text.split(/[。；;！!\n]|\. /);
  const names = [...papers.values()].flatMap(({ words }) => words);
  const told = clauses.filter(
    (clause) =>
      clause.length <= 60 &&
      HAS.test(clause) &&
      !ASKS.test(clause) &&
      names.some((name) => clause.toLowerCase().includes(name)),
  );
  return told.length === 0 ? undefined : told.join('，').trim();
}
