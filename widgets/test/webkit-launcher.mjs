import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@tabard/testing';

/** The browser of Debian's WebKitGTK, the engine that Safari has too; in the package of its driver's library. */
const binary = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

/**
 * Runs tests in WebKit, spoken to by WebDriver: Debian's `webkit2gtk-driver`, and `xvfb` where there is no display. The page reports
 * its results itself, so all that is asked of the browser is to open addresses, one after the other.
 */
export function webkitLauncher() {
  let driver = null;
  let base = '';
  let session = null;
  let active = null;

  const ask = async (method, path, body) => {
    const response = await fetch(base + path, { method, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`WebKit refused ${method} ${path}: ${value?.message ?? response.status}`);
    return value;
  };

  const open = async () => {
    if (!existsSync(binary)) throw new Error('There is no WebKit. Install webkit2gtk-driver and xvfb.');
    const port = await freePort();
    const command = ['WebKitWebDriver', `--port=${port}`];
    const [program, ...words] = process.env.DISPLAY ? command : ['xvfb-run', '--auto-servernum', ...command];
    // A group of its own: the display ends with it.
    // Without a graphics card frames are drawn by the processor either way; handing them on as such a card does takes as long as all else.
    const env = { ...process.env, WEBKIT_DISABLE_DMABUF_RENDERER: '1' };
    driver = spawn(program, words, { stdio: 'ignore', detached: true, env });
    base = `http://127.0.0.1:${port}`;
    const browserOptions = { binary, args: ['--automation'] };
    const wanted = { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': browserOptions } } };
    for (let tries = 0; ; tries++) {
      const { sessionId } = await ask('POST', '/session', wanted).catch(async (error) => {
        if (tries === 50) throw error;
        await pause(200);
        return {};
      });
      if (sessionId) return `/session/${sessionId}`;
    }
  };

  return {
    name: 'WebKit',
    type: 'webdriver',
    concurrency: 1,
    async startSession(id, url) {
      session ??= await open();
      active = id;
      await ask('POST', `${session}/window/rect`, { width: 1024, height: 860 });
      await ask('POST', `${session}/url`, { url });
    },
    isActive: (id) => active === id,
    getBrowserUrl: () => ask('GET', `${session}/url`),
    async stopSession() {
      active = null;
      await ask('POST', `${session}/url`, { url: 'about:blank' });
      return {};
    },
    async stop() {
      if (session) await ask('DELETE', session).catch(() => undefined);
      if (driver?.pid) process.kill(-driver.pid);
    },
  };
}
