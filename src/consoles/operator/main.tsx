import { mountStaffPage } from '../staff/staff-page';
import { OperatorDesk } from './operator-desk';
import './operator.css';

mountStaffPage('operator', () => <OperatorDesk />);
