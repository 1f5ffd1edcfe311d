/** `npm run check-catalogue`: reads and inspects every data file; any fault with its file, line and cure, exit 1. */
import { composeReason } from '../src/compose/compose-reason';
import { CatalogueError } from '../src/adapters/catalogue/read-yaml';
import { projectRoot } from '../src/project-root';

try {
  const { measures, catalogue, replies } = composeReason(projectRoot());
  console.log(
    `${measures.size} measures, ${catalogue.dialogs.size} dialogs, ${catalogue.slots.size} slots, ${replies.length} replies`,
  );
} catch (fault) {
  if (!(fault instanceof CatalogueError)) throw fault;
  console.error(fault.message);
  process.exitCode = 1;
}
