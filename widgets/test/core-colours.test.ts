import { createPalette } from '@tabard/theme';
import { expect } from '@open-wc/testing';
import { WAITING } from '../src/core/theme-sheet.ts';
import { bendClient } from './bend-client.ts';
import { createSample } from './sample-client.ts';
import { stage } from './stage.ts';
import { until } from './until.ts';

before(() => document.body.append(document.createElement('main')));
afterEach(() => document.querySelector('main')?.replaceChildren());

const OTHER = '#c2185b';
const token = (element: Element, name: string): string => getComputedStyle(element).getPropertyValue(`--_${name}`);
/** The accent of an element at the moment it first shows content of its own. */
const accentAtFirst = (element: Element): Promise<string> =>
  new Promise((resolve) => element.addEventListener('acme-load', () => resolve(token(element, 'accent'))));

describe('the colours of elements', () => {
  it('are the same whether the platform sent them or they are computed here', async () => {
    const both = [false, true].map((noPalette) =>
      stage({ widget: 'mailbox-list', sample: { noPalette, brandColor: OTHER } }),
    );
    await Promise.all(both.map(({ element }) => accentAtFirst(element)));
    const [sent, computed] = both.map(({ element }) =>
      Object.keys(createPalette(OTHER).light).map((name) => token(element, name)),
    );
    expect(sent).to.deep.equal(computed).and.not.include('');
    for (const { instance } of both) instance.destroy();
  });

  it("are the host's own from the first content on, and nobody else's in between", async () => {
    const { element, instance } = stage({ widget: 'mailbox-list', appearance: { brandColor: OTHER, theme: 'light' } });
    expect(await accentAtFirst(element)).to.equal(OTHER);
    instance.update({ appearance: { brandColor: '#111111', theme: 'light' } });
    expect(token(element, 'accent')).to.equal(OTHER);
    await until(() => token(element, 'accent') === '#111111');
    instance.update({ appearance: { theme: 'dark' } });
    expect(token(element, 'surface')).to.equal(createPalette('#2b5fd9').dark['surface']);
    instance.destroy();
  });

  it('are there for what stands in the place of a session that cannot be opened', async () => {
    const { element, instance } = stage({ widget: 'mailbox-list', appearance: { theme: 'light' } }, undefined, {
      client: bendClient({ sessions: { current: () => Promise.reject(new Error('down')) } }),
    });
    await until(() => element.matches(':state(failed)'));
    expect(token(element, 'accent')).to.equal(createPalette('#3b5bdb').light['accent']);
    instance.destroy();
  });

  it("are the host's own there too, however soon they were computed", async () => {
    const appearance = { theme: 'light', brandColor: OTHER } as const;
    const { element, instance } = stage({ widget: 'mailbox-list', appearance }, undefined, {
      client: bendClient({
        sessions: {
          current: async () => {
            await import('../src/core/compute-theme.ts');
            throw new Error('down');
          },
        },
      }),
    });
    await until(() => element.matches(':state(failed)') && token(element, 'accent') === OTHER);
    instance.destroy();
  });

  it('are raised from the start for a host that asks for more contrast, however late the answer is', async () => {
    const { element, instance } = stage({ widget: 'mailbox-list', appearance: { theme: 'high-contrast' } }, undefined, {
      client: bendClient({
        sessions: {
          current: async () => {
            await import('../src/core/looks.ts');
            return createSample().client.sessions.current();
          },
        },
      }),
    });
    await until(() => token(element, 'focus-width') === '3px');
    expect(token(element, 'text')).to.match(/^#(?:0{6}|f{6})$/);
    instance.destroy();
  });

  it('wait in the neutral ones of the same computation', () => {
    const { light, dark } = createPalette('#3b5bdb');
    expect(light).to.include(WAITING.light);
    expect(dark).to.include(WAITING.dark);
  });
});
