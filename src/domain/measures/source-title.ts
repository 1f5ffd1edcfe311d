import type { PolicyItem } from './measure';

/** The name of an item's source without body, year and article: 社会救助暂行办法. */
export function sourceTitle({ source }: Pick<PolicyItem, 'source'>): string {
  return (
    source
      .split(/[，,(（]/)[0]!
      .replace(/第[一二三四五六七八九十至、]+条.*$/, '')
      .trim() || source
  );
}
