import type { CitizenWords } from '../locale/zh';
import { button, element } from './element';
import { groupNumber } from './group-number';
import { saveSlip } from './slip-image';

/** `单号4821 3097`, `Your number is 4821 3097`: what the card shows in large digits already. */
const NUMBER = /[，,]?\s*(?:单号|(?:your )?number(?: is)?)\s*\d{4}\s?\d{4}/i;
/** `记下了。`: the card's own heading. */
const HEADING = /^(?:记下了|It is filed)[。.\s]*/;

/** Lines of the filing message that say more than the number: the office, the next step and its day. */
export function nextSteps(text: string, numbers: readonly string[]): string {
  if (numbers.length > 1) return text;
  return text
    .split('\n')
    .map((line) => line.replace(NUMBER, '').replace(HEADING, ''))
    .filter((line) => line.trim() !== '')
    .join('\n');
}

/** The card after filing: the number to keep, what comes next, and the two things that people come back for. */
export function drawSlip(
  text: string,
  numbers: readonly string[],
  words: CitizenWords,
  say: (text: string) => void,
): HTMLElement {
  const steps = nextSteps(text, numbers);
  const copied = element('span', { role: 'status' });
  const copy = button(words.copy, () => void copyNumbers(), { class: 'act' });
  async function copyNumbers(): Promise<void> {
    await copyText(numbers.map(groupNumber).join('、'));
    copied.textContent = words.copied;
    copied.className = 'fate';
  }
  return element(
    'div',
    { class: 'slip' },
    element('h2', {}, words.filed),
    ...numbers.map((number) =>
      element(
        'p',
        { class: 'number', 'aria-label': `${words.number} ${[...number].join(' ')}` },
        groupNumber(number),
      ),
    ),
    element('p', {}, steps),
    element('p', { class: 'speaker' }, words.keep),
    element(
      'div',
      { class: 'acts' },
      copy,
      button(words.saveImage, () => saveSlip(numbers, steps, words), { class: 'act' }),
      button(words.progress, () => say(words.progress), { class: 'act wide' }),
      button(words.notSolved, () => say(words.notSolved), { class: 'act wide' }),
    ),
    copied,
  );
}

/** Old browsers and pages without TLS have no clipboard: a hidden field and the browser's own copy do it there. */
async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = element('textarea', { class: 'unseen' });
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand('copy');
    field.remove();
  }
}
