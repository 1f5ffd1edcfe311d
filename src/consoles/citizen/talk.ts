import type { CitizenWords } from '../locale/zh';
import type { Activity, Choice } from './activity';
import { button, element, part } from './element';
import { drawTurn, drawUnsent } from './turn';
import type { Unsent } from './unsent';

/** How near to the end, in px, a reader counts as reading along. */
const NEAR_END = 120;
/** From so many px on there is a whole line or button out of sight below. */
const LEAST_BELOW = 40;

export interface TalkDeps {
  readonly words: () => CitizenWords;
  readonly hear: () => boolean;
  readonly say: (text: string, value?: string) => void;
  readonly retry: (id: string) => void;
}

/** The talk on the page: messages in order, what is unsent below them, and the choices of the last question. */
export class Talk {
  private readonly log = part('log');
  private readonly answers = part('answers');
  private readonly scroller = part('talk');
  private activities: Activity[] = [];
  private unsent: readonly Unsent[] = [];
  private unsentNodes: HTMLElement[] = [];
  private waiting = false;
  private typing: HTMLElement | undefined;
  private sinceAt: number | undefined;

  /** Where the talk was last scrolled to by itself. */
  private putAt = 0;
  private readonly more = part('more');

  constructor(private readonly deps: TalkDeps) {
    this.scroller.addEventListener('scroll', () => this.showMore(), { passive: true });
    this.more.addEventListener('click', () => {
      this.scroller.scrollTop = this.scroller.scrollHeight;
      this.answers.querySelector('button')?.focus();
    });
  }

  /** The last thing that the other side said. */
  last(): Activity | undefined {
    return this.activities.findLast((activity) => !activity.mine);
  }

  add(activities: readonly Activity[], isNew: boolean): void {
    const follow = this.isFollowing();
    part('live').setAttribute('aria-live', isNew ? 'polite' : 'off');
    for (const activity of activities) {
      this.setTyping(activity.type === 'typing');
      if (activity.type === 'typing') continue;
      if (this.activities.length === 0) document.getElementById('skeleton')?.remove();
      this.activities.push(activity);
      this.log.insertBefore(this.draw(activity), this.unsentNodes[0] ?? null);
    }
    this.keepTypingLast();
    this.drawAnswers();
    if (follow || !isNew) this.toEnd();
  }

  showUnsent(unsent: readonly Unsent[], waiting: boolean): void {
    const grown = unsent.length > this.unsent.length;
    this.unsent = unsent;
    this.waiting = waiting;
    for (const node of this.unsentNodes) node.remove();
    this.unsentNodes = unsent.map((item) => drawUnsent(item, this.deps.words(), waiting, this.deps.retry));
    this.log.append(...this.unsentNodes);
    this.keepTypingLast();
    this.drawAnswers();
    if (grown) this.toEnd();
  }

  setTyping(on: boolean): void {
    this.typing?.remove();
    this.typing = on
      ? element(
          'li',
          { class: 'turn bot typing' },
          element('div', { class: 'bubble' }, this.deps.words().typing),
        )
      : undefined;
    this.keepTypingLast();
  }

  /** A line before the first message of the other side that came while the page was closed. */
  markSince(read: number): void {
    const at = this.activities.findIndex(({ mine }, index) => index >= read && !mine);
    if (at < 0) return;
    this.sinceAt = at;
    this.redraw();
  }

  clear(): void {
    this.activities = [];
    this.sinceAt = undefined;
    this.redraw();
  }

  redraw(): void {
    if (this.activities.length > 0)
      this.log.replaceChildren(...this.activities.map((activity) => this.draw(activity)));
    this.markPast();
    this.showUnsent(this.unsent, this.waiting);
    this.toEnd();
  }

  /** Nothing has been said by this side yet. */
  get silent(): boolean {
    return this.unsent.length === 0 && this.activities.every(({ mine }) => !mine);
  }

  get length(): number {
    return this.activities.length;
  }

  private draw(activity: Activity): Node {
    const item = drawTurn(activity, this.deps.words(), this.deps.hear(), this.deps.say);
    if (this.sinceAt === undefined || this.activities[this.sinceAt] !== activity) return item;
    const both = document.createDocumentFragment();
    both.append(element('li', { class: 'since' }, this.deps.words().since), item);
    return both;
  }

  private drawAnswers(): void {
    this.markPast();
    const words = this.deps.words();
    const last = this.activities.at(-1);
    const answered = this.unsent.some((item) => item.failed === undefined);
    const choices: readonly Choice[] = answered || !last || last.mine ? [] : last.choices;
    const starters = !answered && this.activities.every(({ mine }) => !mine) && choices.length === 0;
    const key = JSON.stringify([choices, starters, words.lang]);
    if (this.answers.dataset.key === key) return;
    this.answers.dataset.key = key;
    // The button just pressed goes: the focus stays in the talk, not at the top of the page.
    if (this.answers.contains(document.activeElement)) this.scroller.focus({ preventScroll: true });
    const offered: readonly Choice[] = starters
      ? words.starter.map((text) => ({ title: text, value: text }))
      : choices;
    this.answers.replaceChildren(
      ...(starters ? [element('p', {}, words.starters)] : []),
      ...offered.map(({ title, value }) =>
        button(title, () => this.deps.say(title, value === title ? undefined : value), { class: 'answer' }),
      ),
    );
  }

  /** Everything before the last words of the other side is past: elder mode hides it. */
  private markPast(): void {
    const items = [...this.log.querySelectorAll<HTMLElement>(':scope > .turn')];
    const lastOwn = items.findLastIndex((item) => item.classList.contains('own'));
    const from = lastOwn === items.length - 1 ? lastOwn : lastOwn + 1;
    items.forEach((item, index) => item.classList.toggle('past', index < from));
  }

  private keepTypingLast(): void {
    if (this.typing) this.log.append(this.typing);
  }

  /** The reader follows the talk: the page is where it was last put, or at its end. */
  private isFollowing(): boolean {
    return Math.abs(this.scroller.scrollTop - this.putAt) < NEAR_END || this.below() < NEAR_END;
  }

  /** Px of the talk below what is seen. */
  private below(): number {
    const { scrollTop, clientHeight, scrollHeight } = this.scroller;
    return scrollHeight - scrollTop - clientHeight;
  }

  private showMore(): void {
    // The first screen is a greeting: nothing in it waits below.
    this.more.hidden = this.silent || this.below() < LEAST_BELOW;
    this.more.textContent = this.deps.words().more;
  }

  /** The end comes into view, but never so far that the first line of the answer is lost. */
  private toEnd(): void {
    const first = this.log.querySelector<HTMLElement>(':scope > .turn:not(.past):not(.own)');
    const top = first ? first.offsetTop - this.scroller.offsetTop - 8 : Infinity;
    this.scroller.scrollTop = Math.min(this.scroller.scrollHeight, top);
    this.putAt = this.scroller.scrollTop;
    this.showMore();
  }
}
