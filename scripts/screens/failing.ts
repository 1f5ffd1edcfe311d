import type { Page } from 'playwright-core';

const PROBLEM = {
  type: 'urn:tusa:problem:unavailable',
  title: 'unavailable',
  status: 503,
  detail: 'the database is away',
  code: 'unavailable',
  requestId: '0193a7f2',
};

/** Runs `look` while the API under these addresses fails, hangs, or cannot be reached. */
export async function whileFailing(
  page: Page,
  addresses: string,
  how: 'error' | 'loading' | 'offline',
  look: () => Promise<void>,
): Promise<void> {
  await page.route(addresses, (route) => {
    if (how === 'error')
      return route.fulfill({
        status: 503,
        contentType: 'application/problem+json',
        body: JSON.stringify(PROBLEM),
      });
    // Held until the page goes on: the panel keeps its skeleton.
    return how === 'offline' ? route.abort('internetdisconnected') : undefined;
  });
  await page.reload();
  await page.waitForSelector('header.top');
  await look();
  await page.unroute(addresses);
  await page.reload();
  await page.waitForSelector('header.top');
}
