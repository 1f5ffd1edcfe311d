import { inspectPrescreens } from '../prescreen/inspect-prescreens';
import type { Sentence } from '../slots/slot';
import type { DialogCatalogue } from './catalogue';
import { slotsOf } from './condition';
import type { Dialog } from './dialog-file';
import type { InspectionFault } from './inspection-fault';
import { lintWording } from './lint-wording';
import { WORDING_KEYS } from './wording-keys';

/** Looks at all dialogs, slots and sentences together. Empty when nothing is wrong. */
export function inspectCatalogue(catalogue: DialogCatalogue): InspectionFault[] {
  return [
    ...[...catalogue.dialogs.values()].flatMap((dialog) => inspectDialog(catalogue, dialog)),
    ...inspectSlots(catalogue),
    ...inspectWording(catalogue),
    ...inspectMeasures(catalogue),
    ...inspectPrescreens(catalogue),
  ];
}

function inspectDialog(catalogue: DialogCatalogue, dialog: Dialog): InspectionFault[] {
  const file = `dialogs/${dialog.id}.yml`;
  const faults: InspectionFault[] = [];
  const slot = (id: string, near: string) => {
    if (!catalogue.slots.has(id))
      faults.push({
        file,
        near,
        fault: `there is no slot "${id}"; declare it in dialogs/slots.yml or correct the name`,
      });
  };
  let over = false;
  const asked = new Set<string>();
  for (const step of dialog.steps) {
    if (over)
      faults.push({
        file,
        near: Object.values(step).find((one) => typeof one === 'string') ?? '',
        fault: 'a step behind the end is never reached; put it before, or give the end a condition',
      });
    if ('ask' in step) {
      slot(step.ask, `ask: ${step.ask}`);
      asked.add(step.ask);
    }
    for (const id of step.when === undefined ? [] : slotsOf(step.when)) slot(id, id);
    if ('say' in step && !catalogue.wording.has(step.say))
      faults.push({
        file,
        near: step.say,
        fault: `there is no sentence "${step.say}" in dialogs/wording.yml; write it`,
      });
    const ends = 'confirm' in step || 'file' in step || 'end' in step || 'handoff' in step;
    over ||= ends && step.when === undefined;
  }
  if (!over)
    faults.push({
      file,
      near: 'steps:',
      fault: 'the dialog has no end; let its last step be confirm, file, handoff or end, without a condition',
    });
  for (const id of dialog.required) {
    slot(id, 'required:');
    if (!asked.has(id))
      faults.push({
        file,
        near: 'required:',
        fault: `"${id}" is required but never asked; add an ask or drop it`,
      });
  }
  if (dialog.opening !== undefined && !catalogue.wording.has(dialog.opening))
    faults.push({
      file,
      near: 'opening:',
      fault: `there is no sentence "${dialog.opening}" in dialogs/wording.yml; write it`,
    });
  return faults;
}

function inspectSlots(catalogue: DialogCatalogue): InspectionFault[] {
  const file = 'dialogs/slots.yml';
  return [...catalogue.slots].flatMap(([id, slot]) => [
    ...(slot.kind === 'place' && slot.role === undefined
      ? [
          {
            file,
            near: `${id}:`,
            fault: `${id}: a place needs a role; add role: present (or registered, work, …)`,
          },
        ]
      : []),
    ...((slot.kind === 'list') === (slot.entry === undefined)
      ? [
          {
            file,
            near: `${id}:`,
            fault: `${id}: a list, and only a list, says what its entries are; add or drop entry:`,
          },
        ]
      : []),
    ...(slot.entry?.counts === undefined || catalogue.slots.has(slot.entry.counts.slot)
      ? []
      : [
          {
            file,
            near: slot.entry.counts.slot,
            fault: `there is no slot "${slot.entry.counts.slot}"; declare it in dialogs/slots.yml or correct the name`,
          },
        ]),
    ...[
      slot.why,
      ...slot.ask,
      ...(slot.ask_other ?? []),
      ...(slot.entry === undefined
        ? []
        : [slot.entry.more, ...slot.entry.columns.flatMap((column) => column.ask)]),
    ].flatMap((sentence) => lint(file, id, sentence)),
  ]);
}

function inspectWording(catalogue: DialogCatalogue): InspectionFault[] {
  const file = 'dialogs/wording.yml';
  return [
    ...WORDING_KEYS.filter((key) => !catalogue.wording.has(key)).map((key) => ({
      file,
      fault: `the sentence "${key}" is missing; add it in zh and en`,
    })),
    ...[...catalogue.wording].flatMap(([key, sentences]) =>
      sentences.flatMap((sentence) => lint(file, key, sentence)),
    ),
  ];
}

function inspectMeasures(catalogue: DialogCatalogue): InspectionFault[] {
  return [...catalogue.measures.values()]
    .filter(({ dialog }) => !catalogue.dialogs.has(dialog))
    .map(({ code, dialog }) => ({
      file: `dialogs/${dialog}.yml`,
      fault: `measure ${code} names the dialog "${dialog}", which is missing; write it or correct the measure`,
    }));
}

function lint(file: string, id: string, sentence: Sentence): InspectionFault[] {
  return (['zh', 'en'] as const).flatMap((lang) =>
    lintWording(sentence[lang], lang).map((fault) => ({
      file,
      near: sentence[lang].split('\n')[0]!,
      fault: `${id} (${lang}): ${fault}`,
    })),
  );
}
