import type { Browser } from 'playwright-core';
import { gzipSync } from 'node:zlib';
import { CitizenOnPage } from '../../scripts/screens/citizen-on-page';
import { launchChromium } from '../../scripts/screens/launch-chromium';
import { isTicketNumber } from '../../src/domain/tickets/ticket-number';
import { startService, type TestService } from '../support/service';
import { WatchedPage } from './watched-page';

const FIRST_WORDS = '我家在通辽市科左中旗保康镇，男人在工地干活，停工三个月没收入了，也没交过失业保险';
/** Most bytes of script, packed, that the citizen's page may load. */
const SCRIPT_BUDGET = 80 * 1024;

describe('the citizen’s page', () => {
  let service: TestService;
  let browser: Browser;
  beforeAll(async () => {
    [service, browser] = await Promise.all([startService(), launchChromium()]);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await service.stop();
  });

  async function citizen(): Promise<{ citizen: CitizenOnPage; watched: WatchedPage }> {
    const watched = await WatchedPage.open(browser);
    const opened = new CitizenOnPage(watched.page);
    await opened.open(service.url);
    return { citizen: opened, watched };
  }
  /** How often the record holds these words in the page's conversation. */
  async function kept(page: CitizenOnPage['page'], text: string): Promise<number> {
    const session = await page.evaluate(() => localStorage.getItem('tusa.session'));
    const { conversationId } = JSON.parse(session ?? '') as { conversationId: string };
    const messages = await service.record.conversations.messages(conversationId, 0);
    return messages.filter((message) => message.author === 'citizen' && message.text === text).length;
  }

  it('leads a person who writes Chinese to a ticket with its number, office and next day', async () => {
    const { citizen: person, watched } = await citizen();
    const number = await person.fileCase(FIRST_WORDS);
    expect(isTicketNumber(number)).toBe(true);
    const found = await service.record.tickets.byNumber(number);
    expect(found?.ticket).toMatchObject({ measure: 'M05', officeCode: '150521100' });
    const slip = await watched.page.locator('.slip').innerText();
    expect(slip).toContain('保康镇');
    expect(slip).toContain(`${number.slice(0, 4)} ${number.slice(4)}`);
    expect(await watched.complaints()).toEqual([]);

    await watched.page.click('.slip >> text=存成图片');
    const image = watched.page.locator('#sheet img');
    expect(
      await image.evaluate((node: HTMLImageElement) => node.decode().then(() => node.naturalWidth)),
    ).toBe(720);
    await watched.page.click('#sheet >> text=关上');
    await person.say('我的事办得怎么样了');
    expect(await person.lastWords()).toContain(`${number.slice(0, 4)} ${number.slice(4)}`);
    await watched.context.close();
  }, 60_000);

  it('answers danger with buttons that dial, before anything else', async () => {
    const { citizen: person, watched } = await citizen();
    await person.say('我不想活了');
    const first = watched.page.locator('.turn.danger').first();
    const numbers = await first
      .locator('a.dial')
      .evaluateAll((links) => links.map((a) => a.getAttribute('href')));
    expect(numbers.length).toBeGreaterThan(0);
    for (const href of numbers) expect(href).toMatch(/^tel:\d{3,5}$/);
    expect(
      await watched.page.locator('#peril a').evaluateAll((links) => links.map((a) => a.getAttribute('href'))),
    ).toEqual(['tel:110', 'tel:120']);
    expect(await watched.complaints()).toEqual([]);
    await watched.context.close();
  }, 30_000);

  it('keeps what is written without a network and sends it once when there is one', async () => {
    const { watched } = await citizen();
    const { page, context } = watched;
    await context.setOffline(true);
    await page.fill('#words', '网断的时候说的话');
    await page.press('#words', 'Enter');
    await page.waitForSelector('#line:not([hidden])');
    await context.setOffline(false);
    await page.waitForSelector('#log > .own > .fate', { state: 'detached' });
    await page.waitForSelector('#log > .own + .bot');
    expect(await page.locator('#log > .own').allInnerTexts()).toEqual(['网断的时候说的话']);
    expect(await kept(page, '网断的时候说的话')).toBe(1);
    await context.close();
  }, 30_000);

  it('does not say a thing twice when the answer to the post is lost', async () => {
    const { watched } = await citizen();
    const { page } = watched;
    let lost = 0;
    await page.route('**/activities', async (route) => {
      if (route.request().method() !== 'POST' || lost > 0) return route.fallback();
      lost += 1;
      await route.fetch();
      await route.abort('connectionreset');
    });
    await page.fill('#words', '老人没人照顾');
    await page.press('#words', 'Enter');
    await page.waitForSelector('#log > .own + .bot');
    await page.waitForSelector('#log > .own > .fate', { state: 'detached' });
    expect(lost).toBe(1);
    expect(await page.locator('#log > .own').count()).toBe(1);
    expect(await kept(page, '老人没人照顾')).toBe(1);
    await watched.context.close();
  }, 30_000);

  it('comes back where it was, each message once, with the half-written sentence', async () => {
    const { citizen: person, watched } = await citizen();
    await person.say(FIRST_WORDS);
    await watched.page.fill('#words', '我还没写完');
    const before = await watched.page.locator('#log > .turn').allInnerTexts();
    await watched.page.reload();
    await watched.page.waitForSelector('#log > .own');
    expect(await watched.page.locator('#log > .turn').allInnerTexts()).toEqual(before);
    expect(await watched.page.inputValue('#words')).toBe('我还没写完');
    await watched.context.close();
  }, 30_000);

  it('goes on by polling where sockets do not get through', async () => {
    const watched = await WatchedPage.open(browser);
    await watched.page.routeWebSocket('**/v3/directline/**', (socket) => socket.close());
    const person = new CitizenOnPage(watched.page);
    await person.open(service.url);
    await person.say('老人没人照顾');
    expect(await person.lastWords()).not.toBe('');
    await watched.context.close();
  }, 60_000);

  it.each([320, 360, 1280])(
    'fits %i px in every text size',
    async (width) => {
      const { citizen: person, watched } = await citizen();
      await watched.page.setViewportSize({ width, height: 640 });
      await person.say(FIRST_WORDS);
      for (let size = 0; size < 3; size += 1) {
        expect(await watched.overflow()).toBeLessThanOrEqual(0);
        await watched.page.click('#tool-size');
      }
      await watched.context.close();
    },
    30_000,
  );

  it('gives old hands targets of 60 px and one question at a time', async () => {
    const { citizen: person, watched } = await citizen();
    const { page } = watched;
    await person.say(FIRST_WORDS);
    await page.click('#tool-elder');
    const boxes = await page
      .locator('button:visible, a:visible, textarea:visible')
      .evaluateAll((nodes) =>
        nodes.map((node) => ({ text: node.textContent, height: node.getBoundingClientRect().height })),
      );
    expect(boxes.filter(({ height }) => height < 60)).toEqual([]);
    expect(await page.locator('#log > .own:visible').count()).toBe(0);
    expect(await watched.complaints()).toEqual([]);
    await watched.context.close();
  }, 30_000);

  it('loads little script and paints its greeting before any of it runs', async () => {
    const html = await (await fetch(service.url)).text();
    expect(html).toContain('家里有难处，直接跟我说');
    // Everything that the first paint needs is in the page itself.
    expect(html).toContain('<style>');
    expect(html).not.toContain('rel="stylesheet"');
    const scripts = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map(([, path]) => path ?? '');
    expect(scripts.length).toBeGreaterThan(0);
    const sizes = await Promise.all(
      scripts.map(async (path) => gzipSync(await (await fetch(service.url + path)).text()).length),
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(SCRIPT_BUDGET);
  });
});
