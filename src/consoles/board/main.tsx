import { mountStaffPage } from '../staff/staff-page';
import { Board } from './board';
import './board.css';

mountStaffPage('board', ({ me }) => <Board me={me} />);
