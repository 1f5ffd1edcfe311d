import { fuzzDialogs } from '../../../scripts/fuzz/fuzz-dialogs';
import { storyParts } from '../../stories/story-parts';

/** As many as fit into some seconds; `npm run talk -- --fuzz 100000` plays as many as wanted. */
const CONVERSATIONS = 5000;

test('no random conversation breaks a promise, and each has a way out', () => {
  const { fault, conversations, tickets } = fuzzDialogs(storyParts(), CONVERSATIONS, 20261124);
  expect(fault).toBeUndefined();
  expect(conversations).toBe(CONVERSATIONS);
  expect(tickets).toBeGreaterThan(CONVERSATIONS);
}, 120_000);
