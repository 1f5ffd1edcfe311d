import type { LocatePlace } from '../routing/place';
import type { FindOffice } from '../routing/office';
import type { DialogCatalogue } from './catalogue';
import type { DialogState } from './state';
import { Turn } from './turn/turn';

export interface PlaceFunctions {
  readonly locate: LocatePlace;
  readonly findOffice?: FindOffice;
}

/** A turn in which the person has said nothing: the service speaks of its own accord. */
export function unaskedTurn(
  catalogue: DialogCatalogue,
  state: DialogState,
  now: Date,
  places: PlaceFunctions,
): Turn {
  return new Turn(catalogue, state, {
    text: '',
    understanding: {
      lang: 'zh', scope: 'chat', measures: [], act: 'other', urgency: 'normal', danger: 'none', subject: 'self',
      department: null, entities: [], zone: 'act', confidence: 0,
    },
    place: { level: 'none', code: '', name: '', candidates: [], outside: false, mentions: [] },
    now,
    // Beside no message: nothing that a person said has this number.
    seq: -1,
    officeHours: true,
    ...places,
  }); // prettier-ignore
}
