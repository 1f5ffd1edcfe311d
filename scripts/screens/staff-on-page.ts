import type { Page } from 'playwright-core';

export interface Account {
  readonly name: string;
  /** A one-time password becomes one of their own at the first sign-in. */
  password: string;
}

/** A member of staff at one of the three pages. */
export class StaffOnPage {
  constructor(
    readonly page: Page,
    private readonly url: string,
  ) {}

  /** Opens a page signed in; a one-time password is changed on the way. */
  async signIn(path: 'operator' | 'office' | 'board', account: Account): Promise<void> {
    const { page } = this;
    await page.goto(`${this.url}/${path}`);
    await page.fill('[name=name]', account.name);
    await page.fill('[name=password]', account.password);
    await page.click('.door .primary');
    await page.waitForSelector('header.top, [name=next], .told');
    if (await page.locator('[name=next]').count()) {
      const next = `own-${account.password}-2026`;
      await page.fill('[name=current]', account.password);
      await page.fill('[name=next]', next);
      await page.fill('[name=again]', next);
      await page.click('.door .primary');
      account.password = next;
    }
    await page.waitForSelector('header.top');
  }

  /** As an administrator on the board: opens an account and gives it with its one-time password. */
  async addAccount(name: string, role: string, officeCode?: string): Promise<Account> {
    const { page } = this;
    await page.click('.staff .pane-head button');
    await page.fill('.modal input[maxlength="60"]', name);
    await page.click(`.modal .choices >> text="${role}"`);
    if (officeCode !== undefined) await page.fill('.modal input[inputmode=numeric]', officeCode);
    await page.click('.modal .primary');
    const password = (await page.textContent('.one-time code')) ?? '';
    await page.click('.modal .primary');
    return { name, password };
  }
}
