import { mountStaffPage } from '../staff/staff-page';
import { Workbench } from './workbench';
import './office.css';

mountStaffPage('office', ({ me }) => {
  // Supervisors come from the board with ?office=CODE.
  const asked = new URLSearchParams(location.search).get('office');
  return <Workbench code={asked ?? me.office?.code ?? '15'} mayPull={me.role === 'officer'} />;
});
