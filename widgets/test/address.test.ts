import { expect } from '@open-wc/testing';
import { followAddress } from '../src/app/follow-address.ts';
import { everyDeep, findDeep } from './stories/find-deep.ts';
import { settle } from './stories/settle.ts';
import { entryOf, front, place, show, useApp, words } from './show-app.ts';
import { until } from './until.ts';

useApp();

const searchFor = async (root: ShadowRoot, text: string): Promise<void> => {
  const field = findDeep<HTMLInputElement>(front(root), 'input[type=search]');
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
  await settle(place);
};
const searched = (root: ShadowRoot): string | undefined =>
  [...everyDeep(front(root))].find((one): one is HTMLInputElement => one.matches('input[type=search]'))?.value;
const back = async (): Promise<void> => {
  const gone = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
  history.back();
  await gone;
  await settle(place);
};

describe('what a page shows', () => {
  for (const [by, address] of [
    ['hash', (path: string) => `#${path}`],
    ['history', (path: string) => `/portal${path}`],
  ] as const) {
    it(`is in the address by ${by}: after a reload, and going back, it is there again`, async () => {
      history.replaceState(null, '', address('/leads?host=own'));
      const first = await show();
      const stop = followAddress(first.app, { by, base: '/portal' });
      await settle(place);
      expect(first.app.route).to.equal('/leads');
      await searchFor(first.root, 'lena');
      await until(() => location.href.includes('lena'));
      expect(location.href).to.contain('host=own');
      const steps = history.length;
      await searchFor(first.root, 'lena b');
      expect(history.length).to.equal(steps);
      stop();
      first.element.remove();
      const second = await show({ prefix: by === 'hash' ? 'one' : 'two' });
      const end = followAddress(second.app, { by, base: '/portal' });
      await until(() => second.root.querySelector('.page:not([inert])') && searched(second.root) === 'lena b');
      entryOf(second.root, 'Templates').click();
      await settle(place);
      expect(location.href).not.to.contain('lena');
      await back();
      expect(second.app.route).to.equal('/leads');
      await until(() => searched(second.root) === 'lena b');
      end();
    });
  }

  it('is the period and the figure of the results, the tab of a list and of the inbox, and its order', async () => {
    history.replaceState(null, '', '#/analytics?days=7&figure=sent');
    const { app, root } = await show();
    const end = followAddress(app, { by: 'hash' });
    const chosen = (): (string | undefined)[] =>
      [...front(root).firstElementChild!.shadowRoot!.querySelectorAll('acme-tabs')].map(
        (tabs) => (tabs as HTMLElement & { selected: string }).selected,
      );
    await until(() => front(root).firstElementChild?.shadowRoot && chosen()[0] === '7');
    for (const [path, tab] of [
      ['/campaigns?view=paused', 'paused'],
      ['/inbox?view=unread', 'unread'],
      ['/leads?view=replied&sort=name+asc', 'replied'],
    ] as const) {
      location.hash = path;
      await until(
        () => app.route === path.split('?')[0] && front(root).firstElementChild?.shadowRoot && chosen()[0] === tab,
      );
    }
    await settle(place);
    expect(findDeep(front(root), '[aria-sort=ascending]').textContent).to.contain('Name');
    expect(words(front(root))).to.contain('Leads');
    end();
  });
});
