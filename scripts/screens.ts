/**
 * `npm run screens`: renews the pictures in docs/screens/, each page in each state, from a service of its own with
 * private servers, played by a citizen, an operator and an officer in Chromium.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../src/project-root';
import { accountScreens, boardScreens } from './screens/board-screens';
import { Camera } from './screens/camera';
import { citizenScreens } from './screens/citizen-screens';
import { launchChromium } from './screens/launch-chromium';
import { startOwnService } from './screens/own-service';
import { emptyScreens, officeScreens, operatorScreens } from './screens/staff-screens';

async function main(): Promise<void> {
  const root = projectRoot();
  const setUp = spawnSync(process.execPath, ['-e', "require('./scripts/setup.cjs').setUpTests()"], {
    cwd: root,
    stdio: 'inherit',
  });
  if (setUp.status !== 0) process.exit(setUp.status ?? 1);

  const browser = await launchChromium();
  const service = await startOwnService().catch(async (fault: unknown) => {
    await browser.close();
    throw fault;
  });
  try {
    const { url } = service;
    const camera = new Camera(browser, join(root, 'docs', 'screens'));
    const { operator, officer } = await accountScreens(camera, url, service.account('admin'));
    await emptyScreens(camera, url, operator, officer);
    await citizenScreens(camera, url);
    await operatorScreens(camera, url, operator);
    await officeScreens(camera, url, officer);
    await boardScreens(camera, url, service.account('supervisor'));
  } finally {
    await browser.close();
    await service.stop();
  }
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`);
  process.exit(1);
});
