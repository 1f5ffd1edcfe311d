import type { ReactNode } from 'react';
import { callApi } from '../staff/api';
import { useFetched } from '../staff/use-fetched';
import { useLang, useWords } from '../staff/words';

/** Offices near one's own: the one above, its others, and those under one's own. */
export function OfficeChoice({
  own,
  needed,
  value,
  change,
}: {
  own: string;
  needed: boolean;
  value: string;
  change: (code: string) => void;
}): ReactNode {
  const { office } = useWords();
  const lang = useLang();
  const near = useFetched(`near ${own}`, async () => {
    const here = await callApi('readOffice', { params: { code: own } });
    const above = here.above && (await callApi('readOffice', { params: { code: here.above.code } }));
    return {
      above: here.above,
      beside: above?.under.filter(({ code }) => code !== own) ?? [],
      under: here.under,
    };
  });
  const option = ({ code, name }: { code: string; name: { zh: string; en: string } }): ReactNode => (
    <option key={code} value={code}>
      {name[lang]}
    </option>
  );
  return (
    <label>
      {needed ? office.dialog.office : office.dialog.returnTo}
      <select value={value} onChange={(event) => change(event.target.value)} required={needed}>
        <option value="">{needed ? '' : office.dialog.unknownOffice}</option>
        {near.data?.above && option(near.data.above)}
        {near.data?.beside.map(option)}
        {near.data?.under.map(option)}
      </select>
      {!needed && <small className="mute">{office.dialog.returnHint}</small>}
    </label>
  );
}
