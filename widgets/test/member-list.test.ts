import { expect } from '@open-wc/testing';
import { errors } from '@tabard/contract/errors';
import { codeWords } from '../src/base/code-words.ts';
import { byText, words } from './look-inside.ts';
import { ALL } from './sample-records.ts';
import { madeRoles } from './sample-roles.ts';
import type { Staging } from './stage.ts';
import { onPage, showWidget } from './stage-shown.ts';
import { findDeep } from './stories/find-deep.ts';
import { settle } from './stories/settle.ts';
import { until } from './until.ts';

onPage();

const manages = [...ALL, 'member.read', 'member.manage'];

describe('the list of members', () => {
  const show = async (sample: Staging['sample'] = {}) => {
    const shown = await showWidget({ widget: 'member-list', sample: { permissions: manages, ...sample } });
    const { root } = shown;
    const asked = (name: string) => shown.sample.calls.filter((call) => call.name === name).map(({ input }) => input);
    const dialog = () => root.querySelector('acme-member-tasks, acme-reset-task, acme-transfer-task');
    /** Chooses from the menu of a row: of the first table, the people, or of the second, the invitations. */
    const choose = async (table: 0 | 1, row: number, act: string): Promise<void> => {
      const inside = root.querySelectorAll('acme-table')[table]?.shadowRoot;
      findDeep(inside as ShadowRoot, `.line[data-index="${row}"] acme-menu`).dispatchEvent(
        new CustomEvent('choose', { detail: act }),
      );
      await until(() => dialog() !== null || act === 'resend' || act === 'reactivate');
      await settle(root);
    };
    const press = async (name: string): Promise<void> => {
      // Menus hold the same words; what is meant stands in the dialog once one is open.
      byText(dialog()?.shadowRoot ?? document, 'button', name).click();
      await settle(root);
    };
    return { ...shown, asked, choose, dialog, press };
  };

  it('shows people with their roles, whom the organization brings marked, and the invitations that are open', async () => {
    const { root } = await show();
    for (const text of [
      'Mara Silva',
      'Campaign manager',
      'Account manager',
      'From Northlight',
      'Not yet',
      'emil@harbor.example',
      'Expired',
    ])
      expect(words(root)).to.contain(text);
  });

  it('says on a phone, where no head does, what the last fact of a card is', async () => {
    const { root, element } = await show();
    element.style.width = '390px';
    await until(() => words(root).includes('Not seen yet'));
    expect(words(root)).to.match(/Seen \S/);
    // A face is how somebody is found again.
    expect(findDeep(root, 'acme-table', '.card .avatar').textContent).to.equal('MS');
  });

  it('scrolls by itself only once a window has no room for more of it', async () => {
    const { root } = await show();
    const { maxBlockSize } = getComputedStyle(root.querySelector('.list') as Element);
    expect(Number.parseFloat(maxBlockSize)).to.equal(Math.max(560, innerHeight - 176));
  });

  it('resets the app of somebody who lost it, once the administrator showed that it is them', async () => {
    let confirmed = false;
    const { root, asked, choose, dialog, press } = await show({
      answers: {
        'account.get': () => ({
          hasPassword: true,
          secondFactor: { isOn: false },
          passkeys: { host: null, items: [] },
        }),
        'account.confirm': () => {
          confirmed = true;
          return { confirmedUntil: new Date().toISOString() };
        },
        'account.resetSecondFactor': ({ id }: { id: string }) =>
          confirmed
            ? { id, wasOn: true }
            : Promise.reject(Object.assign(new Error('Confirm'), { code: 'auth.confirmation_required', status: 409 })),
      },
    });
    const [people] = root.querySelectorAll('acme-table');
    const menuOf = (row: number) =>
      people?.shadowRoot?.querySelector<HTMLElement & { items: { id: string }[] }>(
        `.line[data-index="${row}"] acme-menu`,
      );
    expect(menuOf(0)?.items.map(({ id }) => id)).not.to.contain('reset');
    await choose(0, 1, 'reset');
    await press('Reset');
    await until(() => words(root).includes('Confirm that it is you'));
    await until(() => dialog()?.shadowRoot?.querySelector('acme-input'));
    const field = dialog()?.shadowRoot?.querySelector<HTMLInputElement>('acme-input');
    field!.value = 'the one I have';
    field!.dispatchEvent(new Event('input', { bubbles: true }));
    await settle(root);
    await press('Continue');
    await until(() => words(document).includes('Joel Park signs in with the password alone now'));
    expect(asked('account.confirm')).to.deep.equal([{ password: 'the one I have' }]);
    expect(asked('account.resetSecondFactor').at(-1)).to.deep.equal({ id: 'mem_1' });
    expect(dialog() === null).to.equal(true);
  });

  it('deactivates somebody after asking, marks who is, and brings them back', async () => {
    const { root, asked, choose, press } = await show();
    expect(words(root)).to.contain('Deactivated');
    await choose(0, 1, 'deactivate');
    await press('Deactivate');
    await until(() => words(document).includes('Joel Park is deactivated.'));
    expect(asked('members.deactivate')).to.deep.equal([{ id: 'mem_1' }]);
    await choose(0, 3, 'reactivate');
    await until(() => words(document).includes('Sami Aalto is active again.'));
    expect(asked('members.reactivate')).to.deep.equal([{ id: 'mem_4' }]);
  });

  it('offers nothing to do about somebody of the organization above, nor to whoever may only read', async () => {
    const { root } = await show();
    const [people] = root.querySelectorAll('acme-table');
    const menuOf = (row: number) => people?.shadowRoot?.querySelector(`.line[data-index="${row}"] acme-menu`);
    expect(menuOf(1) === null).to.equal(false);
    expect(menuOf(5) === null).to.equal(true);
    const readers = await show({ permissions: [...ALL, 'member.read'] });
    expect(words(readers.root)).not.to.contain('Invite people');
  });

  it('invites several at once and says of each what became of it', async () => {
    const { root, asked, press } = await show();
    await press('Invite people');
    await until(() => words(root).includes('Looks at all the work and changes nothing.'));
    const field = findDeep<HTMLInputElement>(root, 'acme-tag-input');
    // Whoever came by the keyboard writes at once.
    await until(() => field.shadowRoot?.activeElement?.localName === 'input');
    field.value = 'ada@client.example,joel@client.example';
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await settle(root);
    await press('Send invitations');
    await until(() => words(root).includes('Is a member already.'));
    expect(asked('invitations.create')).to.deep.equal([
      { emails: ['ada@client.example', 'joel@client.example'], role: 'client' },
    ]);
    await press('Done');
    expect(root.querySelector('acme-member-tasks')).to.equal(null);
  });

  it('gives another role and takes that back', async () => {
    const { root, asked, choose, press } = await show();
    await choose(0, 1, 'edit');
    const roles = findDeep<HTMLInputElement>(root, 'acme-radio-group');
    await until(() => roles.value === 'campaign_manager');
    roles.value = 'viewer';
    roles.dispatchEvent(new Event('change', { bubbles: true }));
    await settle(root);
    await press('Save');
    await until(() => words(document).includes('Joel Park is Viewer now.'));
    await press('Undo');
    await until(() => asked('members.update').length === 2);
    expect(asked('members.update')).to.deep.equal([
      { id: 'mem_1', role: 'viewer' },
      { id: 'mem_1', role: 'campaign_manager' },
    ]);
  });

  it('gives a role that was made', async () => {
    const { root, asked, choose, dialog, press } = await show();
    await choose(0, 2, 'edit');
    await until(() => words(root).includes('Bookkeeping'));
    // Two roles may be called alike: one of an organization above says where it comes from.
    expect(words(root)).to.include('From Northlight · Sees campaigns and their figures in every workspace.');
    const choice = dialog()!.shadowRoot!.querySelector<HTMLInputElement>('acme-radio-group')!;
    choice.value = madeRoles[1]!.id;
    choice.dispatchEvent(new Event('change', { bubbles: true }));
    await press('Save');
    await until(() => words(root).includes('Priya Kapoor is Bookkeeping now.'));
    expect(asked('members.update')).to.deep.equal([{ id: 'mem_2', role: madeRoles[1]!.id }]);
  });

  it('hands the workspace over to whom it can be, once the owner showed that it is them', async () => {
    let isConfirmed = false;
    const { root, asked, choose, dialog, press } = await show({
      answers: {
        'account.get': () => ({
          hasPassword: true,
          secondFactor: { isOn: false },
          passkeys: { host: null, items: [] },
        }),
        'account.confirm': () => {
          isConfirmed = true;
          return { confirmedUntil: new Date().toISOString() };
        },
        'ownership.transfer': ({ id }: { id: string }) => {
          if (!isConfirmed)
            throw Object.assign(new Error('confirm'), { status: 409, code: 'auth.confirmation_required', details: [] });
          return { owner: { id }, before: { id } };
        },
      },
    });
    await choose(0, 1, 'transfer');
    await until(() => words(root).includes('Make Joel Park the owner?'));
    const inside = () => dialog()!.shadowRoot as ShadowRoot;
    await until(() => inside().querySelector<HTMLInputElement>('acme-select')?.value);
    const select = inside().querySelector<HTMLInputElement & { options: { value: string }[] }>('acme-select')!;
    expect(select.options.map(({ value }) => value)).not.to.contain('workspace_admin');
    select.value = 'viewer';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await press('Hand it over');
    await until(() => words(root).includes('Confirm that it is you'));
    await until(() => inside().querySelector('acme-input'));
    const field = inside().querySelector<HTMLInputElement>('acme-input')!;
    field.value = 'correct horse battery staple';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await settle(root);
    await press('Continue');
    await until(() => words(document).includes('Joel Park owns this workspace now.'));
    expect(asked('ownership.transfer').at(-1)).to.deep.equal({ id: 'mem_1', role: 'viewer' });
  });

  it('takes somebody out once that was confirmed, and says why where the platform refuses', async () => {
    const { root, asked, choose, press } = await show();
    await choose(0, 1, 'remove');
    expect(words(root)).to.contain('Remove Joel Park?');
    expect(asked('members.remove')).to.deep.equal([]);
    await press('Remove');
    await until(() => words(document).includes('Joel Park was removed.'));
    expect(asked('members.remove')).to.deep.equal([{ id: 'mem_1' }]);
    const last = Object.assign(new Error('Nobody else has the highest role here.'), {
      status: 409,
      code: 'member.last_owner',
    });
    const refused = await show({ answers: { 'members.remove': () => Promise.reject(last) } });
    await refused.choose(0, 0, 'remove');
    await refused.press('Remove');
    await until(() => words(refused.root).includes('Nobody else has the highest role here.'));
  });

  it('sends an invitation again, hands over a link of it, and withdraws it', async () => {
    const { root, asked, choose, press } = await show();
    await choose(1, 2, 'resend');
    await until(() => words(document).includes('is good for seven days again'));
    await choose(1, 0, 'link');
    await until(() => asked('invitations.createLink').length === 1);
    const field = findDeep<HTMLInputElement>(root, 'acme-input');
    await until(() => field.value.startsWith('https://app.northlight.example/invitation#iv_'));
    await press('Done');
    await choose(1, 0, 'revoke');
    await press('Withdraw');
    await until(() => words(document).includes('was withdrawn'));
    expect([...asked('invitations.resend'), ...asked('invitations.revoke')]).to.deep.equal([
      { id: 'inv_2' },
      { id: 'inv_0' },
    ]);
  });

  it('has words of its own for all that is refused of members and invitations', async () => {
    await show();
    const met = Object.keys(errors).filter((code) => /^(?:member|invitation)\.(?!link_|not_found)/.test(code));
    expect(met.length).to.be.greaterThan(3);
    for (const code of met) expect(codeWords(code), code).to.be.a('string');
  });

  it('shows the links where no mail can be sent', async () => {
    const unset = { state: 'unset', problem: null };
    const { root, press } = await show({
      answers: {
        'invitations.create': ({ emails }: { emails: string[] }) => ({
          items: emails.map((email) => ({
            email,
            outcome: 'invited',
            invitation: { id: 'inv_9', email, role: 'client', mail: unset },
            link: 'https://app.northlight.example/invitation#iv_9',
          })),
        }),
      },
    });
    await press('Invite people');
    await until(() => words(root).includes('Looks at all the work and changes nothing.'));
    const field = findDeep<HTMLInputElement>(root, 'acme-tag-input');
    field.value = 'ada@client.example';
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await settle(root);
    await press('Send invitations');
    await until(() => words(root).includes('No mail can be sent from here.'));
    const link = findDeep<HTMLInputElement>(root, 'acme-input');
    expect(link.value).to.equal('https://app.northlight.example/invitation#iv_9');
  });
});
