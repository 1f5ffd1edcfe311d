/** `node dist/scripts/preview-dialog.js ID [FILE.svg]`: draws a dialog as a column of steps with their conditions. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDialogs } from '../src/adapters/catalogue/read-dialogs';
import { readMeasures } from '../src/adapters/catalogue/read-intents';
import { drawDialog } from '../src/domain/dialogs/draw-dialog';
import { projectRoot } from '../src/project-root';

const [id, target] = process.argv.slice(2);
const root = projectRoot();
const measures = new Map(readMeasures(join(root, 'intents')).map((measure) => [measure.code, measure]));
const catalogue = readDialogs(root, measures);
const dialog = catalogue.dialogs.get(id ?? '');
if (dialog === undefined) {
  console.error(`there is no dialog "${id ?? ''}"; one of: ${[...catalogue.dialogs.keys()].join(' ')}`);
  process.exitCode = 1;
} else {
  const svg = drawDialog(catalogue, dialog);
  if (target === undefined) process.stdout.write(svg);
  else writeFileSync(target, svg);
}
