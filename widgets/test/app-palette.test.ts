import { expect } from '@open-wc/testing';
import { pages } from '../src/app/app-pages.ts';
import { everyDeep, findDeep } from './stories/find-deep.ts';
import { settle } from './stories/settle.ts';
import { activeOption, front, palette, place, show, useApp, words, write } from './show-app.ts';
import { pressKey } from './press-key.ts';
import type { Staging } from './stage.ts';
import { until } from './until.ts';

useApp();

describe('keys', () => {
  it('go to pages by g and a letter, but not while somebody writes', async () => {
    const { app, root } = await show();
    pressKey(front(root), 'g');
    pressKey(front(root), 'm');
    await settle(place);
    expect(app.route).to.equal('/mailboxes');
    app.route = '/templates';
    await settle(place);
    const field = findDeep(front(root), 'input');
    pressKey(field, 'g');
    pressKey(field, 'i');
    await settle(place);
    expect(app.route).to.equal('/templates');
  });

  it('lead to one page each', () => {
    const keys = Object.values(pages).flatMap(({ key }) => key || []);
    expect(keys).to.have.lengthOf(new Set(keys).size);
  });

  it('are heard while nothing has the focus where the app is the page, by what it shows too', async () => {
    const { app, sample, root } = await show({ attributes: { route: '/inbox' } });
    const hear = async (...keys: string[]): Promise<void> => {
      for (const key of keys) pressKey(document.body, key);
      await settle(place);
    };
    const opened = (): string => findDeep<HTMLElement & { conversationId: string }>(root, 'acme-inbox').conversationId;
    const first = opened();
    await hear('j');
    expect(opened()).not.to.equal(first);
    expect(sample.calls.map(({ name }) => name)).to.include('conversations.mark');
    await hear('g', 'm');
    expect(app.route).to.equal('/mailboxes');
  });

  it('stay with a host that shows more than the app, or that says so', async () => {
    const { app } = await show({ attributes: { shortcuts: 'inside' } });
    for (const key of ['g', 'm']) pressKey(document.body, key);
    app.shortcuts = 'page';
    app.style.inlineSize = '300px';
    for (const key of ['g', 'm']) pressKey(document.body, key);
    await settle(place);
    expect(app.route).to.equal('/');
  });

  it('show all keys by ?, and close gives the focus back', async () => {
    const { root } = await show();
    front(root).focus();
    pressKey(front(root), '?');
    await settle(place);
    const sheet = findDeep(root, 'acme-help-sheet').shadowRoot as ShadowRoot;
    const dialog = findDeep<HTMLDialogElement>(sheet, 'dialog');
    expect(dialog.open).to.equal(true);
    expect(words(sheet)).to.contain('Search and commands');
    dialog.close();
    await settle(place);
    expect(root.activeElement).to.equal(front(root));
    pressKey(front(root), '?');
    await settle(place);
    expect(dialog.open).to.equal(true);
  });

  it('leave the keys to the host where it says so', async () => {
    const { app, root } = await show({ attributes: { shortcuts: 'inside' } });
    expect(pressKey(document.body, 'k', { ctrlKey: true })).to.equal(true);
    app.shortcuts = 'off';
    expect(pressKey(front(root), 'k', { ctrlKey: true })).to.equal(true);
    pressKey(front(root), '?');
    await settle(place);
    expect(root.querySelector('acme-app-palette, acme-help-sheet')).to.equal(null);
  });
});

describe('command palette', () => {
  it('is a combobox: the focus stays in the field, arrows go round, groups are jumped, Enter chooses', async () => {
    const { app, root } = await show();
    front(root).focus();
    pressKey(document.body, 'k', { ctrlKey: true });
    await settle(place);
    const { element, field } = palette(root);
    const inside = element.shadowRoot as ShadowRoot;
    expect(inside.activeElement).to.equal(field);
    expect(field.getAttribute('aria-expanded')).to.equal('true');
    expect(inside.getElementById(field.getAttribute('aria-controls') ?? '')?.getAttribute('role')).to.equal('listbox');
    expect(activeOption(field)).to.equal('Home');
    const moved: string[] = [];
    for (const key of ['ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowDown', 'PageDown', 'PageUp']) {
      pressKey(field, key);
      await settle(place);
      moved.push(activeOption(field));
    }
    expect(moved).to.deep.equal(['Get started', 'Home', 'Help and keys', 'Home', 'New campaign', 'Home']);
    expect(inside.querySelectorAll('[aria-selected=true]')).to.have.length(1);
    pressKey(field, 'PageDown');
    await settle(place);
    pressKey(field, 'Enter');
    await settle(place);
    expect(app.route).to.equal('/campaigns/new');
    expect(root.activeElement).to.equal(front(root));
  });

  it('begins with what was typed while its code was on its way', async () => {
    const { root } = await show();
    front(root).focus();
    pressKey(front(root), 'k', { ctrlKey: true });
    for (const key of ['m', 'a', 'x', 'Backspace', 'i']) pressKey(front(root), key);
    await settle(place);
    expect(palette(root).field.value).to.equal('mai');
    expect(activeOption(palette(root).field)).to.equal('Mailboxes');
  });

  it('finds leads, campaigns and conversations by the real procedures, says how many, and goes there', async () => {
    const { app, root, sample } = await show();
    await app.overlays.open('palette');
    await settle(place);
    const { element, field } = palette(root);
    await write(field, 'cold chain');
    expect(sample.calls.findLast(({ name }) => name === 'campaigns.list')?.input).to.deep.equal({
      filter: { search: 'cold chain' },
      limit: 5,
    });
    expect(sample.calls.findLast(({ name }) => name === 'leads.list')?.input).to.deep.equal({
      filter: { search: 'cold chain' },
      limit: 5,
    });
    expect(words(element.shadowRoot as ShadowRoot)).to.contain('Cold chain importers');
    const status = findDeep(element.shadowRoot as ShadowRoot, '[role=status]');
    await until(() => /^\d+ results?$/.test(status.textContent ?? ''));
    const option = [...everyDeep(element.shadowRoot as ShadowRoot)].find((each) => each.id === 'o-cmp_1');
    (option as HTMLElement).click();
    await settle(place);
    expect(app.route).to.equal('/campaigns/cmp_1');
    // Going on makes it a recent place, by its name.
    app.route = '/';
    await settle(place);
    await app.overlays.open('palette');
    await settle(place);
    expect(activeOption(palette(root).field)).to.equal('Cold chain importers');
  });

  it('finds pages and acts by any of their words, without accents or capitals, and says when there is nothing', async () => {
    const { app, root } = await show();
    await app.overlays.open('palette');
    await settle(place);
    const { element, field } = palette(root);
    await write(field, 'CSV');
    expect(activeOption(field)).to.equal('Import leads');
    await write(field, 'qqqq');
    expect(words(element.shadowRoot as ShadowRoot)).not.to.contain('Go to');
    await write(field, 'darK ápp');
    pressKey(field, 'Enter');
    await settle(place);
    expect(app.session?.theme).to.equal('dark');
  });

  it('says when not everything could be searched, and still finds what it knows', async () => {
    const given: NonNullable<Staging['sample']> = {};
    const { app, root } = await show({ sample: given });
    await app.overlays.open('palette');
    await settle(place);
    given.fail = Object.assign(new Error('down'), { status: 503 });
    const { element, field } = palette(root);
    await write(field, 'templ');
    expect(words(element.shadowRoot as ShadowRoot))
      .to.contain('Not everything could be searched')
      .and.to.contain('Templates');
  });
});
