import type { Persona, Played } from '../../scripts/play-persona';

type Expect = Readonly<Record<string, unknown>>;
const list = (value: unknown): unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];
const record = (value: unknown): Expect => (value ?? {}) as Expect;

/** What went otherwise than a persona expects; empty when it was carried through. */
export function judgePersona(persona: Persona, played: Played): string[] {
  const expect: Expect = persona.expect;
  const faults: string[] = [];
  const wrong = (holds: boolean, what: string) => {
    if (!holds) faults.push(what);
  };
  const { asked, says, tickets, questions } = played;
  const all = says
    .map(({ text, choices }) => [text, ...(choices ?? []).map(({ title }) => title)].join(' '))
    .join('\n');
  const handed = says.some(({ handoff }) => handoff !== undefined);
  const ends = new Set([
    tickets.length > 0 ? 'ticket' : handed ? 'human' : 'answer',
    ...(says.some(({ step }) => step === 'danger') ? ['danger'] : []),
    ...(handed ? ['human'] : []),
  ]);
  wrong(
    list(expect.end).some((end) => ends.has(String(end))),
    `ended in ${[...ends].join('+')}`,
  );
  for (const slot of list(expect.must_not_ask)) wrong(!asked.includes(String(slot)), `asked ${String(slot)}`);
  for (const slot of list(expect.must_ask))
    wrong(asked.includes(String(slot)), `did not ask ${String(slot)}`);
  for (const [slot, most] of Object.entries(record(expect.max_asks))) {
    wrong(asked.filter((one) => one === slot).length <= Number(most), `asked ${slot} too often`);
  }
  wrong(questions <= Number(expect.max_questions ?? Infinity), `${questions} questions`);
  for (const part of list(expect.must_say)) wrong(all.includes(String(part)), `never said ${String(part)}`);
  for (const part of [...list(expect.must_not_say), ...list(expect.must_not_store)])
    wrong(!all.includes(String(part)), `said ${String(part)}`);
  if (expect.tickets !== undefined) wrong(tickets.length === expect.tickets, `${tickets.length} tickets`);
  if (expect.reply_lang === 'en')
    wrong(
      (all.match(/[a-z]/gi) ?? []).length > (all.match(/\p{Script=Han}/gu) ?? []).length,
      'did not answer in English',
    );
  const [first] = tickets;
  if (first === undefined) return faults;
  const fair = list(expect.accept ?? expect.measures);
  wrong(fair.length === 0 || fair.includes(first.measure), `measure ${first.measure}`);
  const labels = {
    office: first.officeCode,
    urgency: first.urgency,
    act: first.act,
    subject: first.subject,
    danger: first.danger,
  };
  for (const [key, got] of Object.entries(labels)) {
    wrong(
      expect[key] === undefined || [...list(expect[key]), ...list(expect[`${key}_accept`])].includes(got),
      `${key} ${got}`,
    );
  }
  for (const code of list(expect.office_not))
    wrong(!tickets.some(({ officeCode }) => officeCode === code), `went to ${String(code)}`);
  for (const [slot, value] of Object.entries(record(expect.fields)))
    wrong(first.fields[slot]?.value === value, `${slot} is ${JSON.stringify(first.fields[slot]?.value)}`);
  for (const [slot, part] of Object.entries(record(expect.fields_contain)))
    wrong(String(first.fields[slot]?.value).includes(String(part)), `${slot} lacks ${String(part)}`);
  for (const slot of list(expect.fields_empty))
    wrong((first.fields[String(slot)]?.value ?? null) === null, `${String(slot)} is not empty`);
  for (const part of list(expect.must_not_store))
    wrong(!JSON.stringify(tickets).includes(String(part)), `stored ${String(part)}`);
  return faults;
}
