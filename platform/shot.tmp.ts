import { findBrowser } from '@tabard/testing';
import { chromium } from 'playwright-core';
const portal = 'http://localhost:4871';
const { executablePath, args } = await findBrowser();
const browser = await chromium.launch({ executablePath, args });
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
page.on('console', (m) => {
  if (m.type() === 'error') console.log('console', m.text().slice(0, 300));
});
const shot = async (name: string) => {
  await page.waitForTimeout(900);
  await page.screenshot({ path: `/tmp/shots/${name}.png` });
};
await page.goto(portal);
await page.getByLabel('Email').fill('mara@northlight.example');
await page.getByLabel('Password').fill('outreach-demo');
await page.getByRole('button', { name: 'Sign in' }).click();
await page.waitForURL('**/harbor/analytics');
await page.goto(`${portal}/harbor/leads`);
await page.waitForTimeout(2500);
await shot('leads-1440');
await page.getByText('Leads', { exact: true }).first().waitFor();
const boxes = page.locator('.tick input');
console.log('boxes', await boxes.count());
await boxes.nth(1).check({ force: true });
await boxes.nth(2).check({ force: true });
await shot('selected-1440');
await page.getByRole('button', { name: 'Add tags' }).first().click();
await page.waitForTimeout(800);
await page.getByRole('combobox', { name: 'Tags' }).fill('fre');
await shot('tags-dialog');
await page.keyboard.press('Enter');
await page.waitForTimeout(300);
await page.keyboard.press('Escape');
await shot('tags-dialog-2');
await page.locator('[slot=footer]').filter({ hasText: 'Add tags' }).last().click();
await shot('after-tags');
await page.setViewportSize({ width: 390, height: 844 });
await page.goto(`${portal}/harbor/leads`);
await page.waitForTimeout(2500);
await shot('leads-390');
await page
  .locator('.tick input')
  .nth(1)
  .check({ force: true })
  .catch((e) => console.log(String(e).slice(0, 200)));
await shot('selected-390');
await page
  .getByRole('button', { name: 'Actions' })
  .first()
  .click()
  .catch((e) => console.log(String(e).slice(0, 200)));
await shot('menu-390');
await page.keyboard.press('Escape');
await browser.close();
