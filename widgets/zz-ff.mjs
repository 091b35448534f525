import { puppeteerCore } from '@web/test-runner-chrome';
const launch = puppeteerCore.launch ?? puppeteerCore.default.launch;
const b = await launch({ browser: 'firefox', executablePath: '/usr/bin/firefox-esr', headless: true, extraPrefsFirefox: {} });
const page = await b.newPage();
page.on('console', m => console.log('CONSOLE', m.type(), m.text().slice(0,400)));
page.on('pageerror', e => console.log('ERROR', e.message));
page.on('requestfailed', r => console.log('FAILED', r.method(), r.url(), r.failure()?.errorText));
page.on('response', r => console.log(r.status(), r.request().method(), r.url()));
await page.setViewport({ width: 1440, height: 900 });
await page.goto('http://localhost:4001/');
await page.type('input[type=email]', 'mara@northlight.example');
await page.type('input[type=password]', 'outreach-demo');
await page.click('form button');
await new Promise(r => setTimeout(r, 4000));
console.log(await page.evaluate(() => [...document.querySelectorAll('main *')].map(e => e.localName + ':' + e.matches(':defined') + ' ' + (e.shadowRoot?.innerHTML.length ?? '-')).join('\n')));

const v='http://localhost:4000/embed/e88864f54ecb/';
for (const f of ['parts-CDnC-K8z.js','table-CZY-4XNP.js','rows-CkUuDcEO.js','result-funnel-SoJLo3A8.js','analytics-overview-CWm3OJW6.js']) console.log(f, await page.evaluate(async (u) => { try { return Object.keys(await import(u)).join(); } catch (e) { return String(e) + ' ' + (e.stack||''); } }, v+f));
await b.close();
