import { expect } from '@open-wc/testing';
import { everyDeep, findDeep } from './stories/find-deep.ts';
import { settle } from './stories/settle.ts';
import { until } from './until.ts';
import { entryOf, front, place, show, useApp, words } from './show-app.ts';

useApp();

describe('app in a host', () => {
  it('stays where it is when the host takes over, and goes where the host sets it', async () => {
    const { app, root, heard } = await show();
    app.addEventListener('acme-navigate', (event) => event.preventDefault(), { once: true });
    entryOf(root, 'Leads').click();
    await settle(place);
    expect(app.route).to.equal('/');
    app.setAttribute('route', '/mailboxes');
    await settle(place);
    expect(words(front(root))).to.contain('mara@harbor.example');
    // The focus was not in the app, so it was left where it was.
    expect(document.activeElement).to.equal(document.body);
    expect(heard.at(-1)?.[1]).to.include({ path: '/mailboxes' });
  });

  it('closes what stands over a page before a host leads to another, or stays where something is not saved', async () => {
    const { app, root, heard } = await show({ attributes: { route: '/leads/lea_000002' } });
    const modals = (): Element[] => [...everyDeep(root)].filter((one) => one.matches('dialog:modal'));
    await until(() => modals().length === 1);
    app.setAttribute('route', '/mailboxes');
    await until(() => words(front(root)).includes('mara@harbor.example'));
    expect(modals()).to.deep.equal([]);
    app.setAttribute('route', '/leads/lea_000002');
    await until(() => modals().length === 1);
    const field = findDeep<HTMLInputElement>(front(root), 'acme-lead-form', 'input');
    field.value = 'Nele';
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await settle(place);
    app.setAttribute('route', '/mailboxes');
    await settle(place);
    expect(app.route).to.equal('/leads/lea_000002');
    expect(heard.at(-1)?.[1]).to.include({ path: '/leads/lea_000002' });
    expect(modals().length).to.be.greaterThan(0);
  });

  it('makes links where the host has addresses for its pages', async () => {
    const { root, instance, app } = await show();
    instance.update({ links: { '/inbox': 'https://portal.example/app/inbox' } });
    await settle(place);
    const link = entryOf(root, 'Inbox') as HTMLAnchorElement;
    expect(link.href).to.equal('https://portal.example/app/inbox');
    link.click();
    await settle(place);
    expect(app.route).to.equal('/inbox');
  });

  it('shows its host slots, and no room is filled with what does not exist', async () => {
    const { root, element } = await show();
    expect([...root.querySelectorAll('slot')].map(({ name }) => name)).to.include.members([
      'header',
      'workspace',
      'notifications',
      'account',
    ]);
    expect(words(root)).to.contain('Harbor & Co');
    const mine = document.createElement('b');
    mine.slot = 'workspace';
    element.append(mine);
    expect(findDeep<HTMLSlotElement>(root, 'slot[name=workspace]').assignedElements()).to.deep.equal([mine]);
  });
});
