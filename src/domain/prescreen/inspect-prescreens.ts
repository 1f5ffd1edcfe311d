import { slotsOf } from '../dialogs/condition';
import type { DialogCatalogue } from '../dialogs/catalogue';
import type { InspectionFault } from '../dialogs/inspection-fault';
import { lintPrescreen } from './lint-prescreen';

/** Looks at all pre-screens together with the slots and the policy that they rest on. Empty when nothing is wrong. */
export function inspectPrescreens({ prescreens, slots, measures }: DialogCatalogue): InspectionFault[] {
  const items = new Set([...measures.values()].flatMap(({ policy }) => policy.map(({ id }) => id)));
  return [...prescreens.byMeasure.values()].flatMap(({ measure, answers, lines, papers }) => {
    const file = `dialogs/prescreen/${measure}.yml`;
    const fault = (near: string, text: string): InspectionFault => ({ file, near, fault: text });
    const noItem = (id: string) =>
      items.has(id)
        ? []
        : [fault(id, `there is no policy item "${id}"; add it in intents/ or correct the id`)];
    const noSlot = (id: string) =>
      slots.has(id)
        ? []
        : [fault(id, `there is no slot "${id}"; declare it in dialogs/slots.yml or correct the name`)];
    return [
      ...Object.values(answers).flatMap((ids) => (ids ?? []).flatMap(noItem)),
      ...lines.flatMap(({ when, zh, en, policy }) => [
        ...noItem(policy),
        ...slotsOf(when).flatMap(noSlot),
        ...lintPrescreen(zh, 'zh').map((text) => fault(zh, text)),
        ...lintPrescreen(en, 'en').map((text) => fault(en, text)),
      ]),
      ...papers.flatMap(({ paper, when, policy, have }) => [
        ...(prescreens.papers.has(paper)
          ? []
          : [
              fault(
                paper,
                `there is no paper "${paper}" in dialogs/prescreen/papers.yml; add it or correct the name`,
              ),
            ]),
        ...(policy === undefined ? [] : noItem(policy)),
        ...[...(when === undefined ? [] : slotsOf(when)), ...(have === undefined ? [] : [have])].flatMap(
          noSlot,
        ),
      ]),
    ];
  });
}
