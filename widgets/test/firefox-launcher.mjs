import { tmpdir } from 'node:os';
import { chromeLauncher, puppeteerCore } from '@web/test-runner-chrome';

/**
 * Runs tests in Firefox, spoken to by WebDriver BiDi. Only a page in front has the focus, and on a busy machine the runner opens a second
 * page before the first is done and takes the first again later: whichever is sent somewhere comes to the front.
 */
export function firefoxLauncher() {
  return chromeLauncher({
    puppeteer: puppeteerCore,
    launchOptions: {
      browser: 'firefox',
      executablePath: process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr',
      extraPrefsFirefox: {
        // What is in front believes to have the focus, whatever the machine does beside it.
        'focusmanager.testmode': true,
        // A file that a test saves opens no panel, which would take the focus and keep it.
        'browser.download.alwaysOpenPanel': false,
        'browser.download.folderList': 2,
        'browser.download.dir': tmpdir(),
        'browser.download.always_ask_before_handling_new_types': false,
      },
    },
    createPage: openFrontPage,
    concurrency: 1,
  });
}

async function openFrontPage({ browser }) {
  const page = await browser.newPage();
  const go = page.goto.bind(page);
  page.goto = async (...to) => {
    if (to[0] !== 'about:blank') await page.bringToFront();
    return go(...to);
  };
  return page;
}
