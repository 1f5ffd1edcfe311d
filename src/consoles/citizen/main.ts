import { button, element, part } from './element';
import type { Activity } from './activity';
import { startComposer } from './composer';
import { Line, type LineState } from './line';
import { applyLiking, readLiking, type Liking } from './likings';
import { openMemory } from './memory';
import { readAloud, stopReading } from './read-aloud';
import { Talk } from './talk';
import { drawTools } from './tools';
import { UnsentWords } from './unsent';

function storage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}

const memory = openMemory(storage());
const unsent = new UnsentWords(memory);
let liking = readLiking(memory);
let words = applyLiking(liking);
let state: LineState = 'connecting';

const talk = new Talk({
  words: () => words,
  hear: () => liking.hear,
  say,
  retry: (id) => {
    unsent.retry(id);
    showUnsent();
    line.flush();
  },
});
/** How far the page was read when it was last open. */
const readBefore = Number(memory.read<string>('watermark') ?? 0);

const line = new Line(
  memory,
  unsent,
  {
    activities(activities, history) {
      talk.add(activities, !history);
      if (history && readBefore > 1 && talk.length > readBefore) talk.markSince(readBefore);
      if (!history) followElder(activities);
      const last = activities.findLast(({ mine, type }) => !mine && type === 'message');
      if (last && !history && liking.hear) readAloud(last.text, words.lang);
      showListener();
    },
    state(next) {
      state = next;
      showState();
      showUnsent();
    },
    unsent: showUnsent,
  },
  () => words.lang,
);

function say(text: string, value?: string): void {
  unsent.add({
    id: crypto.randomUUID?.() ?? `c${Date.now()}-${Math.random()}`,
    text,
    ...(value !== undefined && { value }),
  });
  stopReading();
  showUnsent();
  line.flush();
}

/** Elder mode as the person chose it in the talk: large letters, one turn at a time, read aloud. */
function followElder(activities: readonly Activity[]): void {
  const chosen = activities.findLast(({ elder }) => elder === 'on' || elder === 'off')?.elder;
  if (chosen === undefined) return;
  const elder = chosen === 'on';
  const { size } = liking;
  like({ ...liking, elder, hear: elder, size: elder && size === 20 ? 24 : elder ? size : 20 });
}

function showUnsent(): void {
  talk.showUnsent(unsent.all(), state !== 'live');
}

function showState(): void {
  const place = part('line');
  const told = {
    live: '',
    connecting: '',
    offline: words.offline,
    away: words.away,
    busy: words.tooFast,
    ended: words.ended,
  };
  place.replaceChildren(told[state]);
  if (state === 'ended') place.append(button(words.fresh, restart, { class: 'act' }));
  place.hidden = place.textContent === '';
}

function showListener(): void {
  part('listener').textContent = talk.last()?.person ? words.listenerHuman : words.listener;
}

function restart(): void {
  talk.clear();
  part('log').replaceChildren();
  line.restart();
}

/** Everything on the page that is words, in the language chosen. */
function showWords(): void {
  document.title = words.title;
  part('name').textContent = words.title;
  part('tools').setAttribute('aria-label', words.tools);
  part('peril').setAttribute('aria-label', words.perilBar);
  part('peril-ask').textContent = words.peril;
  for (const number of ['110', '120'])
    part(`dial-${number}`).textContent = words.dial.replace('{number}', number);
  part('live').setAttribute('aria-label', words.talk);
  part('words-label').textContent = words.field;
  part<HTMLTextAreaElement>('words').placeholder = words.placeholder;
  part('send').textContent = words.send;
  part('hint').textContent = words.hint;
  const skeleton = document.querySelector('#skeleton .bubble');
  if (skeleton) skeleton.textContent = words.greeting;
  earlier.textContent = root.hasAttribute('data-whole') ? words.hideEarlier : words.earlier;
  drawTools(part('tools'), liking, words, like);
  showState();
  showListener();
}

function like(next: Liking): void {
  const spokenBefore = liking.hear;
  const spokenIn = words.lang;
  liking = next;
  memory.write('liking', liking);
  words = applyLiking(liking);
  showWords();
  talk.redraw();
  const last = talk.last();
  if (liking.hear && !spokenBefore && last) readAloud(last.text, words.lang);
  if (!liking.hear) stopReading();
  // Before a word is said the greeting can still be had in the other language.
  if (spokenIn !== words.lang && talk.silent && state === 'live') restart();
}

const root = document.documentElement;
const earlier = element('button', { type: 'button', class: 'act earlier' });
earlier.addEventListener('click', () => {
  root.toggleAttribute('data-whole');
  showWords();
});
part('talk').prepend(earlier);

showWords();
startComposer(memory, (text) => say(text));
showUnsent();
line.start();
