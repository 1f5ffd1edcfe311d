import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';

export const PHONE = { width: 360, height: 720 };
export const DESK = { width: 1280, height: 800 };

/** Takes pictures into one folder, always from the same browser settings. */
export class Camera {
  constructor(
    private readonly browser: Browser,
    private readonly folder: string,
  ) {
    mkdirSync(folder, { recursive: true });
  }

  async page(viewport: { width: number; height: number }): Promise<{ context: BrowserContext; page: Page }> {
    const context = await this.browser.newContext({
      viewport,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
    });
    return { context, page: await context.newPage() };
  }

  async shoot(page: Page, name: string): Promise<void> {
    // Whatever was just asked for may still be on its way to the screen.
    await page.waitForTimeout(250);
    await page.screenshot({ path: join(this.folder, `${name}.png`) });
  }
}
