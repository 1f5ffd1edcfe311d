import type { Page } from 'playwright-core';

/** What a person of 保康镇 answers, by words of the question; the first that fits. */
const ANSWERS: readonly (readonly [RegExp, string])[] = [
  [/都对吗|没错就|回个对|念一遍|Is (?:all|this|everything)|right\?/i, '对，报上去'],
  [/电话/, '13847512345'],
  [/怎么称呼|叫什么|姓名/, '白淑芬'],
  [/吃的|安全|着落/, '吃住都有着落'],
  [/几口人/, '三口人'],
  [/什么时候/, '八月份开始的'],
  [/低保|特困|领着/, '都没有'],
  [/岁/, '46岁'],
  [/户口/, '户口也在保康镇'],
];
const MOST_TURNS = 15;
const OTHERS_WORDS = '#log > .turn:not(.own):not(.typing)';

/** A citizen at the page, as a browser sees it. */
export class CitizenOnPage {
  constructor(readonly page: Page) {}

  async open(url: string): Promise<void> {
    await this.page.goto(url);
    await this.page.waitForSelector('#log > .turn:not(#skeleton)');
  }

  /** Says something and waits until the other side has answered and the page is quiet. */
  async say(text: string): Promise<void> {
    const before = await this.count();
    await this.page.fill('#words', text);
    await this.page.press('#words', 'Enter');
    await this.answered(before);
  }

  async press(label: string): Promise<void> {
    const before = await this.count();
    await this.page.click(`#answers >> text="${label}"`);
    await this.answered(before);
  }

  /** Answers whatever is asked until the ticket is filed; gives its number. */
  async fileCase(first: string): Promise<string> {
    await this.say(first);
    for (let turn = 0; turn < MOST_TURNS; turn += 1) {
      const number = await this.number();
      if (number !== undefined) return number;
      await this.say(await this.answer());
    }
    throw new Error(`no ticket after ${MOST_TURNS} answers; last heard: ${await this.lastWords()}`);
  }

  /** What this person says to the last question. */
  async answer(): Promise<string> {
    const question = await this.lastWords();
    return ANSWERS.find(([words]) => words.test(question))?.[1] ?? '不知道';
  }

  /** The number on the last slip, without its gap. */
  async number(): Promise<string | undefined> {
    const shown = await this.page.locator('.slip .number').allTextContents();
    return shown.at(-1)?.replace(/\s/g, '');
  }

  async lastWords(): Promise<string> {
    return (await this.page.locator(OTHERS_WORDS).allInnerTexts()).at(-1) ?? '';
  }

  private count(): Promise<number> {
    return this.page.locator(OTHERS_WORDS).count();
  }

  private async answered(before: number): Promise<void> {
    await this.page.locator(OTHERS_WORDS).nth(before).waitFor({ state: 'attached' });
    await this.page.waitForSelector('#log > .own > .fate', { state: 'detached' });
  }
}
