import { expect } from '@open-wc/testing';
import { deepFocus } from '../src/app/deep-focus.ts';
import { pressKey } from './press-key.ts';
import { findDeep } from './stories/find-deep.ts';
import { settle } from './stories/settle.ts';
import { place, show, useApp, words } from './show-app.ts';
import { until } from './until.ts';

useApp();

describe('the account menu', () => {
  for (const [width, layout] of [
    [1280, 'full'],
    [768, 'rail'],
    [390, 'phone'],
  ] as const)
    it(`says who and where, light and dark, help, and the way out where the host has one: ${layout}`, async () => {
      place.style.inlineSize = `${width}px`;
      const { app, root } = await show({ attributes: { 'signs-out': '' } });
      await until(() => app.layout === layout);
      const button = findDeep(root, '.account');
      const list = findDeep(findDeep(root, '.account-menu').shadowRoot!, '.list');
      const isOpen = (): boolean => list.matches(':popover-open');
      button.focus();
      button.click();
      await until(isOpen);
      const said = words(findDeep(root, '.account-menu').shadowRoot!) + words(findDeep(root, '.who'));
      for (const word of ['Mara', 'Light', 'Dark', 'As the device', 'Help and keys', 'Sign out'])
        expect(said).to.contain(word);
      // It finds its place in the frame after it opened.
      await until(() => {
        const { left, right, bottom } = list.getBoundingClientRect();
        return left >= 0 && right <= innerWidth && bottom <= innerHeight;
      });
      pressKey(deepFocus(root), 'Escape');
      await until(() => !isOpen());
      expect(root.activeElement).to.equal(button);
      let out = 0;
      app.addEventListener('acme-sign-out', () => out++);
      button.click();
      await until(isOpen);
      pressKey(deepFocus(root), 'End');
      deepFocus(root)?.click();
      expect([out, isOpen()]).to.deep.equal([1, false]);
      app.signsOut = false;
      await settle(place);
      expect(words(findDeep(root, '.account-menu').shadowRoot!)).not.to.contain('Sign out');
    });
});
