import type { ManageStaff } from '../../../application/manage-staff';
import type { TicketSummary } from '../../../application/summarise-tickets';
import type { Words } from '../../../contract/labels';
import type { Actor } from '../../../domain/access/actor';
import type { MeasureCode } from '../../../domain/understanding/labels';
import type { Handlers } from '../api-router';
import { officeOf, type OfficeView } from '../views/office-view';
import { staffView } from '../views/staff-view';

export interface StaffHandlerDeps {
  readonly manageStaff: ManageStaff;
  readonly summarise: (actor: Actor, officeCode?: string) => Promise<TicketSummary>;
  readonly office: OfficeView;
  readonly titleOf: (measure: MeasureCode | null) => Words | null;
}

type Names = 'readSummary' | 'listStaff' | 'addStaff' | 'disableStaff' | 'enableStaff';

export function staffHandlers(deps: StaffHandlerDeps): Pick<Handlers, Names> {
  return {
    async readSummary({ actor, query }) {
      const { byMeasure, byOffice, office, at, ...counts } = await deps.summarise(actor, query.office);
      return {
        ...counts,
        office: officeOf(office),
        at: at.toISOString(),
        byMeasure: byMeasure.map((row) => ({ ...row, title: deps.titleOf(row.measure) })),
        byOffice: byOffice.map((row) => ({ ...row, office: officeOf(row.office) })),
      };
    },
    listStaff: async () => ({
      items: (await deps.manageStaff.list()).map((staff) => staffView(staff, deps.office)),
    }),
    async addStaff({ actor, body: { name, role, officeCode } }) {
      const { staff, password } = await deps.manageStaff.add(actor, {
        name,
        role,
        ...(officeCode !== undefined && { officeCode }),
      });
      return { staff: staffView(staff, deps.office), password };
    },
    disableStaff: async ({ actor, params: { id } }) =>
      staffView(await deps.manageStaff.setDisabled(actor, id, true), deps.office),
    enableStaff: async ({ actor, params: { id } }) =>
      staffView(await deps.manageStaff.setDisabled(actor, id, false), deps.office),
  };
}
