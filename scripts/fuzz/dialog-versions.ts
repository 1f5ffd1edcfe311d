import type { DialogCatalogue } from '../../src/domain/dialogs/catalogue';
import type { Dialog } from '../../src/domain/dialogs/dialog-file';

type Dialogs = DialogCatalogue['dialogs'];

/**
 * Catalogues of other days, into which a running conversation may be carried: the present one; one whose questions
 * stand in another order and where more are asked; one that lost dialogs and slots.
 */
export function dialogVersions(catalogue: DialogCatalogue): readonly DialogCatalogue[] {
  return [
    catalogue,
    { ...catalogue, dialogs: mapDialogs(catalogue.dialogs, reordered) },
    {
      ...catalogue,
      slots: without(catalogue.slots, ['household_size', 'safety', 'income', 'subject_knows']),
      dialogs: mapDialogs(
        without(catalogue.dialogs, ['livelihood', 'elderly', 'third-party-report']),
        (dialog) => ({
          ...dialog,
          version: dialog.version + 2,
          steps: dialog.steps.filter(
            (step) =>
              !('ask' in step) || !['household_size', 'safety', 'income', 'subject_knows'].includes(step.ask),
          ),
        }),
      ),
    },
  ];
}

function reordered(dialog: Dialog): Dialog {
  const asks = dialog.steps.filter((step) => 'ask' in step);
  const rest = dialog.steps.filter((step) => !('ask' in step));
  const more = dialog.id === 'danger' ? [] : [{ ask: 'other_aid', extra: false }];
  return { ...dialog, version: dialog.version + 1, steps: [...asks.reverse(), ...more, ...rest] };
}

function mapDialogs(dialogs: Dialogs, change: (dialog: Dialog) => Dialog): Dialogs {
  return new Map([...dialogs].map(([id, dialog]) => [id, change(dialog)]));
}

function without<V>(map: ReadonlyMap<string, V>, gone: readonly string[]): ReadonlyMap<string, V> {
  return new Map([...map].filter(([id]) => !gone.includes(id)));
}
