import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCalendars, readTimeLimits } from '../adapters/catalogue/read-clocks';
import { readDialogs } from '../adapters/catalogue/read-dialogs';
import { readGazetteer } from '../adapters/catalogue/read-gazetteer';
import { readMeasures } from '../adapters/catalogue/read-intents';
import { readReplies } from '../adapters/catalogue/read-replies';
import { readOffices, readResponsibility } from '../adapters/catalogue/read-responsibility';
import { readSilence } from '../adapters/catalogue/read-silence';
import { CatalogueError, type CatalogueFault } from '../adapters/catalogue/read-yaml';
import type { TimeLimits } from '../domain/clocks/plan-clocks';
import { createWorkCalendar, type WorkCalendar } from '../domain/clocks/work-calendar';
import { createDialogEngine, type DialogEngine } from '../domain/dialogs/create-dialog-engine';
import type { DialogCatalogue } from '../domain/dialogs/catalogue';
import type { Limit, Measure } from '../domain/measures/measure';
import { createFindOffice } from '../domain/routing/find-office';
import { createLocatePlace } from '../domain/routing/locate-place';
import type { FindOffice } from '../domain/routing/office';
import { createOfficeDirectory, type OfficeDirectory } from '../domain/routing/office-directory';
import type { LocatePlace } from '../domain/routing/place';
import type { SilenceRules } from '../domain/silence/silence-rules';
import type { Reply } from '../domain/suggestions/suggest-replies';
import { createUnderstand } from '../domain/understanding/create-understand';
import { createExplain, type Explain } from '../domain/understanding/explain';
import type { MeasureCode } from '../domain/understanding/labels';
import type { Understand } from '../domain/understanding/understanding';

/** Everything that decides, built from the data files: pure from here on. */
export interface Reason {
  readonly measures: ReadonlyMap<MeasureCode, Measure>;
  readonly catalogue: DialogCatalogue;
  readonly engine: DialogEngine;
  readonly understand: Understand;
  readonly explain: Explain;
  readonly locate: LocatePlace;
  readonly findOffice: FindOffice;
  readonly directory: OfficeDirectory;
  readonly calendar: WorkCalendar;
  readonly limits: TimeLimits;
  readonly measureLimits: (measure: MeasureCode | null) => readonly Limit[];
  readonly replies: readonly Reply[];
  readonly silence: SilenceRules;
}

/** Reads every data file below `root`; throws one CatalogueError with all the faults of all files. */
export function composeReason(root: string): Reason {
  const faults: CatalogueFault[] = [];
  const read = <T>(reader: () => T): T | undefined => {
    try {
      return reader();
    } catch (fault) {
      if (!(fault instanceof CatalogueError)) throw fault;
      faults.push(...fault.faults);
      return undefined;
    }
  };
  const measureList = read(() => readMeasures(join(root, 'intents')));
  const measures = new Map((measureList ?? []).map((measure) => [measure.code, measure]));
  // Dialogs are inspected against the measures: without these every dialog would seem at fault.
  const catalogue = measureList && read(() => readDialogs(root, measures));
  const gazetteer = read(() => readGazetteer(root));
  const responsibility = read(() => readResponsibility(root));
  const offices = read(() => readOffices(root));
  const limits = read(() => readTimeLimits(root));
  const calendars = read(() => readCalendars(root));
  const replies = read(() => readReplies(root));
  const silence = read(() => readSilence(root));
  if (
    !silence ||
    !catalogue ||
    !gazetteer ||
    !responsibility ||
    !offices ||
    !limits ||
    !calendars ||
    !replies
  ) {
    throw new CatalogueError(faults);
  }
  const model = readFileSync(join(root, 'dist', 'model.bin'));
  const locate = createLocatePlace(gazetteer);
  const directory = createOfficeDirectory(gazetteer, offices);
  const findOffice = createFindOffice(responsibility, directory);
  return {
    measures,
    catalogue,
    engine: createDialogEngine(catalogue, { locate, findOffice }),
    understand: createUnderstand(model),
    explain: createExplain(model),
    locate,
    findOffice,
    directory,
    calendar: createWorkCalendar(calendars),
    limits,
    measureLimits: (measure) => (measure === null ? [] : (measures.get(measure)?.limits ?? [])),
    replies,
    silence,
  };
}
