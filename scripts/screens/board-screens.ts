import { DESK, PHONE, type Camera } from './camera';
import { StaffOnPage, type Account } from './staff-on-page';

/** Accounts are opened on the board; gives those that the other pages are shown with. */
export async function accountScreens(
  camera: Camera,
  url: string,
  administrator: Account,
): Promise<{ operator: Account; officer: Account }> {
  const { context, page } = await camera.page(DESK);
  const staff = new StaffOnPage(page, url);
  await staff.signIn('board', administrator);
  await page.waitForSelector('.people');
  await camera.shoot(page, 'board-empty');
  const operator = await staff.addAccount('李敏', '接线员');
  const officer = await staff.addAccount('王建国', '办件员', '150521100');
  await page.click('.staff .pane-head button');
  await camera.shoot(page, 'board-add-account');
  await context.close();
  return { operator, officer };
}

/** The supervisor's figures. */
export async function boardScreens(camera: Camera, url: string, supervisor: Account): Promise<void> {
  const { context, page } = await camera.page(DESK);
  await new StaffOnPage(page, url).signIn('board', supervisor);
  await page.waitForSelector('.totals');
  await camera.shoot(page, 'board');
  await page.setViewportSize(PHONE);
  await camera.shoot(page, 'board-phone');
  await context.close();
}
