import type { Browser } from 'playwright-core';
import { CitizenOnPage } from '../../scripts/screens/citizen-on-page';
import { launchChromium } from '../../scripts/screens/launch-chromium';
import { StaffOnPage, type Account } from '../../scripts/screens/staff-on-page';
import { startService, type TestService } from '../support/service';
import { PHONE, WatchedPage } from './watched-page';

const DESK = { width: 1280, height: 800 };
const FIRST_WORDS = '我家在通辽市科左中旗保康镇，男人在工地干活，停工三个月没收入了，也没交过失业保险';

describe('the staff’s pages', () => {
  let service: TestService;
  let browser: Browser;
  const accounts = {} as Record<'operator' | 'officer' | 'neighbour' | 'supervisor' | 'admin', Account>;
  beforeAll(async () => {
    [service, browser] = await Promise.all([startService(), launchChromium()]);
    accounts.operator = await service.account({ name: '李敏', role: 'operator' });
    accounts.officer = await service.account({ name: '王建国', role: 'officer', officeCode: '150521100' });
    accounts.neighbour = await service.account({ name: '乌兰', role: 'officer', officeCode: '150521101' });
    accounts.supervisor = await service.account({ name: '巴特尔', role: 'supervisor', officeCode: '1505' });
    accounts.admin = await service.account({ name: '白玉兰', role: 'administrator' });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await service.stop();
  });

  async function citizen(): Promise<CitizenOnPage> {
    const person = new CitizenOnPage((await WatchedPage.open(browser)).page);
    await person.open(service.url);
    return person;
  }
  async function signedIn(path: 'operator' | 'office' | 'board', account: Account): Promise<WatchedPage> {
    const watched = await WatchedPage.open(browser, DESK);
    await new StaffOnPage(watched.page, service.url).signIn(path, account);
    return watched;
  }

  it('keeps a wrong password out and says so', async () => {
    const watched = await WatchedPage.open(browser, DESK);
    await watched.page.goto(`${service.url}/operator`);
    await watched.page.fill('[name=name]', '李敏');
    await watched.page.fill('[name=password]', 'not the password');
    await watched.page.click('.door .primary');
    await watched.page.waitForSelector('.told');
    expect(await watched.complaints()).toEqual([]);
    await watched.context.close();
  }, 30_000);

  it('lets an operator see danger first, take over, be heard, and hand back', async () => {
    const desk = await signedIn('operator', accounts.operator);
    const person = await citizen();
    await person.say(FIRST_WORDS);
    await desk.page.waitForSelector('.row');
    const inDanger = await citizen();
    await inDanger.say('屋里煤气味，老人晕倒了');
    await desk.page.waitForSelector('.row.danger');
    expect(await desk.page.locator('.rows > li:first-child .row').getAttribute('class')).toContain('danger');

    await desk.page.click('.row:not(.danger) >> text=停工三个月');
    await desk.page.waitForSelector('.reading .plum');
    await desk.page.hover('.reading button.plum');
    expect(await desk.page.locator('mark').count()).toBeGreaterThan(0);
    await desk.page.waitForSelector('.suggestion');
    await desk.page.keyboard.press('t');
    await desk.page.waitForSelector('.reply textarea');
    await desk.page.keyboard.press('Escape');
    await desk.page.keyboard.press('1');
    expect(await desk.page.inputValue('.reply textarea')).not.toBe('');
    await desk.page.fill('.reply textarea', '您好，我是李敏，您慢慢说。');
    await desk.page.press('.reply textarea', 'Enter');
    await person.page.waitForSelector('.turn.person >> text=您好，我是李敏，您慢慢说。');

    const before = await person.page.locator('.turn.bot').count();
    await person.page.fill('#words', '我叫白淑芬');
    await person.page.press('#words', 'Enter');
    await desk.page.waitForSelector('.said.citizen >> text=我叫白');
    expect(await person.page.locator('.turn.bot').count()).toBe(before);
    expect(await desk.complaints()).toEqual([]);

    await desk.page.click('.pane.talk .pane-head button >> text=交还机器人');
    await desk.page.waitForSelector('.reply-closed');
    await person.say('我要报上去');
    await desk.page.setViewportSize(PHONE);
    expect(await desk.overflow()).toBeLessThanOrEqual(0);
    for (const context of [desk.context, person.page.context(), inDanger.page.context()])
      await context.close();
  }, 90_000);

  it('lets an officer pull, sign and resolve, tells the citizen, and shows nothing to the next office', async () => {
    const person = await citizen();
    const number = await person.fileCase(FIRST_WORDS);
    const grouped = `${number.slice(0, 4)} ${number.slice(4)}`;
    const bench = await signedIn('office', accounts.officer);
    const { page } = bench;
    await page.waitForSelector(`.ticket-row >> text=${grouped}`);
    const beside = await signedIn('office', accounts.neighbour);
    await beside.page.waitForSelector('.lane-pane .empty');

    await page.click('.pull .primary');
    await page.click(`.ticket-row >> text=${grouped}`);
    await page.waitForSelector(`.sheet-number >> text=${grouped}`);
    expect(await page.locator('.sheet').innerText()).not.toContain('13847512345');
    await page.click('.masked >> nth=0');
    await page.click('.modal .primary');
    await page.waitForSelector('.sheet >> text=13847512345');
    await page.click('.steps .next >> text=签收');
    await page.waitForSelector('.steps .next >> text=已联系上');
    expect(await bench.complaints()).toEqual([]);

    await page.click('.other-steps >> text="办结"');
    await page.click('.modal .primary');
    await page.waitForSelector('.modal .told');
    await page.click('.modal >> text=已帮助到位');
    await page.fill('.modal textarea', '临时救助已经办好，钱这两天到。');
    expect(await bench.complaints()).toEqual([]);
    await page.click('.modal .primary');
    await page.waitForSelector('.notice button');
    await page.waitForSelector('.sheet .tag.grass');
    expect((await service.record.tickets.byNumber(number))?.ticket).toMatchObject({
      state: 'resolved',
      outcome: 'helped',
    });
    await person.page.waitForSelector('.turn.bot >> text=临时救助已经办好');

    await beside.page.goto(`${service.url}/office`);
    await beside.page.waitForSelector('.lane-pane .empty');
    const foreign = await beside.page.evaluate(
      async (path) => (await fetch(path)).status,
      `/api/v1/tickets/${number}`,
    );
    expect(foreign).toBe(404);
    await page.setViewportSize(PHONE);
    for (const tab of [0, 1, 2]) {
      await page.click(`.tabs button >> nth=${tab}`);
      expect(await bench.overflow()).toBeLessThanOrEqual(0);
    }
    await Promise.all([bench, beside].map(({ context }) => context.close()));
    await person.page.context().close();
  }, 90_000);

  it('takes back what an officer undoes in time', async () => {
    const person = await citizen();
    const number = await person.fileCase(FIRST_WORDS);
    const { page, context } = await signedIn('office', accounts.officer);
    await page.click('.pull .primary');
    await page.waitForSelector('.notice button');
    expect((await service.record.tickets.byNumber(number))?.ticket.state).toBe('claimed');
    await page.click('.notice button');
    await page.waitForFunction(
      () => document.querySelector('.pull .mute')?.textContent?.startsWith('1') === true,
    );
    expect((await service.record.tickets.byNumber(number))?.ticket.state).toBe('open');
    await context.close();
    await person.page.context().close();
  }, 60_000);

  it('gives the supervisor figures and the administrator accounts', async () => {
    const figures = await signedIn('board', accounts.supervisor);
    await figures.page.waitForSelector('.counts');
    expect(await figures.complaints()).toEqual([]);
    await figures.page.setViewportSize(PHONE);
    expect(await figures.overflow()).toBeLessThanOrEqual(0);
    await figures.context.close();

    const accountsPage = await signedIn('board', accounts.admin);
    const added = await new StaffOnPage(accountsPage.page, service.url).addAccount(
      '赵大勇',
      '办件员',
      '150521100',
    );
    expect(added.password.length).toBeGreaterThanOrEqual(10);
    await accountsPage.page.waitForSelector('.people >> text=赵大勇');
    expect(await accountsPage.complaints()).toEqual([]);
    await accountsPage.context.close();
    const own = await signedIn('office', added);
    await own.page.waitForSelector('.lane-pane');
    await own.context.close();
  }, 60_000);
});
