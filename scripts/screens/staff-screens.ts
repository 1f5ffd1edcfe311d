import { DESK, PHONE, type Camera } from './camera';
import { CitizenOnPage } from './citizen-on-page';
import { FIRST_WORDS } from './citizen-screens';
import { whileFailing } from './failing';
import { StaffOnPage, type Account } from './staff-on-page';

/** Sign-in and what every list shows before there is anything, and when something is wrong. */
export async function emptyScreens(
  camera: Camera,
  url: string,
  operator: Account,
  officer: Account,
): Promise<void> {
  const { context, page } = await camera.page(DESK);
  await page.goto(`${url}/operator`);
  await page.waitForSelector('.door');
  await camera.shoot(page, 'staff-sign-in');
  await new StaffOnPage(page, url).signIn('operator', operator);
  await camera.shoot(page, 'operator-empty');
  await whileFailing(page, '**/api/v1/conversations*', 'loading', () =>
    camera.shoot(page, 'operator-loading'),
  );
  await whileFailing(page, '**/api/v1/conversations*', 'error', () => camera.shoot(page, 'operator-error'));
  await whileFailing(page, '**/api/v1/conversations*', 'offline', () =>
    camera.shoot(page, 'operator-offline'),
  );
  await context.close();

  const office = await camera.page(DESK);
  await new StaffOnPage(office.page, url).signIn('office', officer);
  await camera.shoot(office.page, 'office-empty');
  await whileFailing(office.page, '**/api/v1/offices/**', 'error', () =>
    camera.shoot(office.page, 'office-error'),
  );
  await office.context.close();
}

/** The operator's console with people waiting. */
export async function operatorScreens(camera: Camera, url: string, operator: Account): Promise<void> {
  const talking = await camera.page(PHONE);
  const citizen = new CitizenOnPage(talking.page);
  await citizen.open(url);
  await citizen.say(FIRST_WORDS);
  await citizen.say('跟机器说不清楚，我要找真人');

  const { context, page } = await camera.page(DESK);
  await new StaffOnPage(page, url).signIn('operator', operator);
  await page.waitForSelector('.row');
  await camera.shoot(page, 'operator-queue');
  await page.click('.row.waiting:not(.danger)');
  await page.waitForSelector('.suggestion');
  await page.hover('.reading button >> nth=0');
  await camera.shoot(page, 'operator-reading');
  await page.mouse.move(0, 0);
  await page.keyboard.press('t');
  await page.waitForSelector('.reply textarea');
  await page.keyboard.press('Escape');
  await page.keyboard.press('1');
  await camera.shoot(page, 'operator-taken-over');
  await page.fill('.reply textarea', '您好，我是李敏，您的事我看到了。家里现在有吃的吗？');
  await page.press('.reply textarea', 'Enter');
  await talking.page.waitForSelector('.turn.person >> text=李敏');
  await camera.shoot(talking.page, 'citizen-person');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await camera.shoot(page, 'operator-keys');
  await page.click('.modal .primary');
  await page.click('.row.danger');
  await page.waitForSelector('.said');
  await camera.shoot(page, 'operator-danger');
  await context.setOffline(true);
  await page.waitForSelector('.live.offline');
  await camera.shoot(page, 'operator-lost-network');
  await context.setOffline(false);
  await page.setViewportSize(PHONE);
  await camera.shoot(page, 'operator-phone');
  await page.setViewportSize(DESK);
  await page.emulateMedia({ colorScheme: 'dark' });
  await camera.shoot(page, 'operator-dark');
  await context.close();
  await talking.context.close();
}

/** A ticket from the lane to its end, on a desk and on a phone. */
export async function officeScreens(camera: Camera, url: string, officer: Account): Promise<void> {
  const { context, page } = await camera.page(DESK);
  await new StaffOnPage(page, url).signIn('office', officer);
  await page.waitForSelector('.ticket-row');
  await camera.shoot(page, 'office-lanes');
  await page.click('.pull .primary');
  await page.waitForSelector('.sheet');
  await page.click('.ticket-row:not(.critical)');
  await page.waitForSelector('.sheet:not(.critical)');
  await camera.shoot(page, 'office-pulled');
  await page.click('.masked >> nth=0');
  await camera.shoot(page, 'office-unmask');
  await page.click('.modal .primary');
  await page.waitForSelector('.modal', { state: 'detached' });
  await page.click('.steps .next');
  await page.waitForSelector('.steps .next >> text=已联系上');
  await page.click('.lane.working');
  await camera.shoot(page, 'office-signed');
  await page.setViewportSize(PHONE);
  await camera.shoot(page, 'office-phone-sheet');
  await page.click('.tabs button >> nth=0');
  await camera.shoot(page, 'office-phone-list');
  await page.click('.tabs button >> nth=2');
  await camera.shoot(page, 'office-phone-history');
  await page.click('.tabs button >> nth=1');
  await page.setViewportSize(DESK);
  await page.click('.other-steps >> text="退回"');
  await camera.shoot(page, 'office-return');
  await page.click('.modal .acts button >> nth=0');
  await page.click('.other-steps >> text="办结"');
  await page.click('.modal >> text=已帮助到位');
  await camera.shoot(page, 'office-resolve');
  await page.click('.modal .primary');
  await camera.shoot(page, 'office-undo');
  await page.waitForSelector('.sheet .tag.grass');
  await camera.shoot(page, 'office-resolved');
  await page.emulateMedia({ colorScheme: 'dark' });
  await camera.shoot(page, 'office-dark');
  await context.close();
}
