import type { PrescreenView } from '../../../contract/prescreen';
import { shanghaiDay } from '../../../domain/clocks/shanghai';
import type { DialogCatalogue } from '../../../domain/dialogs/catalogue';
import { judgePrescreen } from '../../../domain/prescreen/judge-prescreen';
import type { Ticket } from '../../../domain/tickets/ticket';

/** The pre-screen of a ticket for staff; null for complaints and reports, and where there is nothing to say. */
export function createPrescreenView(
  catalogue: Pick<DialogCatalogue, 'prescreens' | 'measures'>,
): (ticket: Ticket, now: Date) => PrescreenView | null {
  return (ticket, now) => {
    if (ticket.act !== 'help' && ticket.act !== 'consult') return null;
    const { lines, papers } = judgePrescreen(
      catalogue.prescreens,
      catalogue.measures,
      [ticket],
      ticket.fields,
      shanghaiDay(now),
    );
    if (lines.length === 0 && papers.length === 0) return null;
    return {
      lines: lines.map(({ speaks, zh, en, policy, shown }) => ({
        speaks,
        text: { zh, en },
        policy: policy.id,
        source: policy.source,
        checked: shown,
      })),
      papers: papers.map(({ zh, en, have }) => ({ name: { zh, en }, have })),
    };
  };
}
