import type { Office } from '../../../contract/office';
import type { Office as DomainOffice } from '../../../domain/routing/office';

/** An office by its code, even one that the gazetteer no longer knows. */
export type OfficeView = (code: string) => Office;

export function createOfficeView(officeByCode: (code: string) => DomainOffice | undefined): OfficeView {
  return (code) => {
    const known = officeByCode(code);
    if (known) return officeOf(known);
    const level =
      code.length === 9 ? 'township' : code.length === 6 ? 'county' : code.length === 4 ? 'league' : 'region';
    return { code, level, name: { zh: code, en: code } };
  };
}

export function officeOf({ code, level, name }: DomainOffice): Office {
  return { code, level, name: { zh: name.zh, en: name.en } };
}
