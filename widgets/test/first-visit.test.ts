import { expect } from '@open-wc/testing';
import { init } from '../src/core/init.ts';
import { everyDeep } from './stories/find-deep.ts';
import type { Sample } from './sample-client.ts';
import { until } from './until.ts';

type Visited = Window & typeof globalThis & { sample: Sample };

describe('a first visit to the inbox', () => {
  it('asks for the seven files that are weighed, and for nothing twice', async () => {
    const frame = Object.assign(document.createElement('iframe'), {
      src: '/widgets/test/first-visit-page.html',
      width: '1280',
      height: '800',
    });
    document.body.append(frame);
    await new Promise((resolve) => frame.addEventListener('load', resolve));
    const page = frame.contentWindow as Visited; // a frame that is in the document has a window
    const inbox = page.document.querySelector('acme-inbox') as Element; // it stands in the page
    // An open thread is the last that comes, and toasts are the last that is fetched.
    await until(() => inbox.matches(':state(ready)'));
    const root = inbox.shadowRoot as ShadowRoot; // Lit makes it open
    await until(() => [...everyDeep(root)].some((one) => one.matches('acme-mail-frame') && one.shadowRoot));
    await until(() => page.customElements.get('acme-toaster'));
    expect(page.getComputedStyle(inbox).getPropertyValue('--_accent')).to.match(/^#[\da-f]{6}$/);
    const files = page.performance
      .getEntriesByType('resource')
      .map(({ name }) => /\/embed\/.*?([\w-]+)\.js$/.exec(name)?.[1])
      .filter((name) => name !== undefined);
    expect(files.toSorted()).to.deep.equal(
      ['v1', 'runtime', 'inbox', 'parts', 'rows', 'soon', 'mail-frame'].toSorted(),
    );
    const asked = page.sample.calls.map(({ name, input }) => `${name} ${JSON.stringify(input)}`);
    expect(asked).to.deep.equal([...new Set(asked)]);
    frame.remove();
  });
});

describe('a colour that is none', () => {
  it('is refused at once, before there is code to compute with it', () => {
    const options = { baseUrl: location.origin, prefix: 'none', fetchClientSecret: async () => 'secret' };
    expect(() => init({ ...options, appearance: { brandColor: 'bluish' } })).to.throw('"bluish" is no colour');
  });
});
