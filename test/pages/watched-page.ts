import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
export const PHONE = { width: 360, height: 720 };

interface Watched {
  axe: {
    run(
      options: object,
    ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
  };
  cspViolations: string[];
}

/** A page of a fresh browser profile that remembers what the content security policy refused and what went wrong. */
export class WatchedPage {
  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly faults: string[],
  ) {}

  static async open(browser: Browser, viewport = PHONE): Promise<WatchedPage> {
    const context = await browser.newContext({ viewport, locale: 'zh-CN', reducedMotion: 'reduce' });
    await context.addInitScript(AXE);
    await context.addInitScript(() => {
      const watched = window as unknown as Watched;
      watched.cspViolations = [];
      document.addEventListener('securitypolicyviolation', (event) => {
        watched.cspViolations.push(`${event.violatedDirective} ${event.blockedURI}`);
      });
    });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (fault) => faults.push(fault.message));
    return new WatchedPage(context, page, faults);
  }

  /** What is wrong with the page as it stands: refused by the policy, thrown, or hard to use; empty when nothing is. */
  async complaints(): Promise<string[]> {
    const found = await this.page.evaluate(async (tags) => {
      const { axe, cspViolations } = window as unknown as Watched;
      const { violations } = await axe.run({ runOnly: { type: 'tag', values: tags } });
      return [
        ...cspViolations,
        ...violations.flatMap(({ id, nodes }) =>
          nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
        ),
      ];
    }, TAGS);
    return [...found, ...this.faults];
  }

  /** Px by which the page is wider than the window. */
  overflow(): Promise<number> {
    return this.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  }
}
