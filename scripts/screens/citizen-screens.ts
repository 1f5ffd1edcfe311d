import { PHONE, DESK, type Camera } from './camera';
import { CitizenOnPage } from './citizen-on-page';

export const FIRST_WORDS = '我家在通辽市科左中旗保康镇，男人在工地干活，停工三个月没收入了，也没交过失业保险';

const MOST_TURNS = 15;

/** The citizen's page from the greeting to the ticket, in danger, large, in English, without a network. */
export async function citizenScreens(camera: Camera, url: string): Promise<void> {
  const { context, page } = await camera.page(PHONE);
  const citizen = new CitizenOnPage(page);
  await citizen.open(url);
  await camera.shoot(page, 'citizen-start');
  await citizen.say(FIRST_WORDS);
  await camera.shoot(page, 'citizen-question');
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const answer = await citizen.answer();
    if (answer === '都没有') await camera.shoot(page, 'citizen-choices');
    if (answer === '对，报上去') break;
    await citizen.say(answer);
  }
  await camera.shoot(page, 'citizen-read-back');
  await citizen.press('对，报上去');
  await camera.shoot(page, 'citizen-filed');
  await page.click('.slip .act >> nth=1');
  await camera.shoot(page, 'citizen-slip-image');
  await page.click('#sheet button');
  await page.click('.slip .act >> nth=2');
  await page.waitForSelector('#log > .own >> text=我的事办得怎么样了');
  await camera.shoot(page, 'citizen-progress');

  await citizen.say('屋里煤气味，老人晕倒了');
  await camera.shoot(page, 'citizen-danger');
  await page.click('#tool-elder');
  await camera.shoot(page, 'citizen-elder');
  await page.click('#tool-size');
  await camera.shoot(page, 'citizen-elder-largest');
  await page.click('#tool-elder');
  await context.setOffline(true);
  await page.fill('#words', '保康镇东街，门口有棵大树');
  await page.press('#words', 'Enter');
  await camera.shoot(page, 'citizen-offline');
  await context.setOffline(false);
  await page.waitForSelector('#line', { state: 'hidden' });
  await page.reload();
  await page.waitForSelector('#log > .turn:not(#skeleton)');
  await camera.shoot(page, 'citizen-came-back');
  await page.emulateMedia({ colorScheme: 'dark' });
  await camera.shoot(page, 'citizen-dark');
  await context.close();

  const small = await camera.page({ width: 320, height: 568 });
  const english = new CitizenOnPage(small.page);
  await english.open(url);
  await small.page.click('#tool-language');
  await english.say('I lost my job three months ago and have no income. I live in Baokang town, Tongliao.');
  await camera.shoot(small.page, 'citizen-english-320');
  await small.context.close();

  const desk = await camera.page(DESK);
  await new CitizenOnPage(desk.page).open(url);
  await camera.shoot(desk.page, 'citizen-desktop');
  await desk.context.close();
}
