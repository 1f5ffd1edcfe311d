import { silentTurn } from '../../src/application/silent-turn';
import { composeReason } from '../../src/compose/compose-reason';
import { createTurnWords } from '../../src/domain/dialogs/create-turn-words';
import { initialState } from '../../src/domain/dialogs/initial-state';
import type { DialogState } from '../../src/domain/dialogs/state';
import type { Danger } from '../../src/domain/understanding/labels';
import { projectRoot } from '../../src/project-root';
import { MORNING, minutesAfter } from '../support/records';

const words = createTurnWords(composeReason(projectRoot()).catalogue);

/** What is said for each message of [minute, danger, text]. */
function talk(...messages: readonly (readonly [number, Danger, string])[]) {
  let state: DialogState = initialState('zh');
  return messages.map(([minute, danger, text]) => {
    const turn = silentTurn(words, state, { text, danger, now: minutesAfter(minute, MORNING) });
    ({ state } = turn);
    return turn.events.map((event) =>
      event.kind === 'say' ? `${event.step} ${event.dial?.join(' ')}` : event.kind,
    );
  });
}

test.each([
  ['fire', '屋里着火了', ['danger', 'danger 119 120']],
  ['medical', '我妈倒地上没气了', ['danger', 'danger 120']],
  ['self_harm', '我不想活了', ['danger', 'danger 12356 120 110']],
  ['violence', '他又打我', ['danger', 'danger 110 120']],
  ['none', '在吗', []],
] as const)('%s', (danger, text, said) => {
  expect(talk([0, danger, text])).toEqual([said]);
});

test('the alarm goes on, the numbers are not said again within ten minutes', () => {
  const [first, second, third] = talk([0, 'fire', '着火了'], [9, 'fire', '还在烧'], [10, 'fire', '快来人']);
  expect(second).toEqual(['danger']);
  expect(third).toEqual(first);
});

test('another danger has other numbers, and they are said', () => {
  expect(talk([0, 'self_harm', '我不想活了'], [1, 'fire', '我点着了屋子'])[1]).toEqual([
    'danger',
    'danger 119 120',
  ]);
});
