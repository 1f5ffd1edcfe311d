import { parsePersonName } from '../../understanding/entities/person-name';

const NAMED =
  /(?:网格员|村?支书|书记|主任|村长|嘎查达|社工|专干|楼长|组长|助理|老师)([\u4e00-\u9fa5]{2,4})(?=[，,。；;\s]|$)/;
/** The same clause says that it is the writer: 我是义合村支书许国栋. */
const OWN = /(?:我|俺|咱)们?(?:就)?是[^，,。；;]{0,24}$|这里是[^，,。；;]{0,24}$/;

/** The name of somebody in office behind it: 网格员韩雪, 义合村支书许国栋. */
export function nameInOffice(text: string): string | undefined {
  const name = NAMED.exec(text)?.[1];
  return name !== undefined && parsePersonName(name) === name ? name : undefined;
}

/** The same of the writer alone: of 王书记王富贵 who is complained of it gives nothing. */
export function ownNameInOffice(text: string): string | undefined {
  const found = NAMED.exec(text);
  return found !== null && OWN.test(text.slice(0, found.index)) ? nameInOffice(text) : undefined;
}
