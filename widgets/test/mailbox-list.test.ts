import { expect } from '@open-wc/testing';
import { byText, words } from './look-inside.ts';
import type { Staging } from './stage.ts';
import { onPage, showWidget } from './stage-shown.ts';
import { everyDeep, findDeep } from './stories/find-deep.ts';
import { settle } from './stories/settle.ts';
import { rest, until } from './until.ts';

onPage();

const verdict = (message: string) => ({ ok: message === '', code: null, message });

describe('the list of mailboxes', () => {
  const show = async (sample: Staging['sample'] = {}) => {
    const shown = await showWidget({ widget: 'mailbox-list', sample });
    const { root } = shown;
    const rows = () => [...everyDeep(root)].filter((one) => one.matches('.line[data-index]')).length;
    const asked = (name: string) => shown.sample.calls.filter((call) => call.name === name).map(({ input }) => input);
    /** Chooses from the menu of a row. */
    const choose = async (row: number, act: string): Promise<void> => {
      findDeep(root, `.line[data-index="${row}"] acme-menu`).dispatchEvent(new CustomEvent('choose', { detail: act }));
      await settle(root);
    };
    return { ...shown, rows, asked, choose };
  };
  const type = (field: Element | null | undefined, value: string): void => {
    Object.assign(field as HTMLInputElement, { value });
    field?.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  };

  it('shows how each does, what is wrong with it, and what it sent of what it may', async () => {
    const { root } = await show();
    for (const text of ['mara@harbor.example', 'Healthy', 'Failing', 'refused the password', '39 / 50'])
      expect(words(root)).to.contain(text);
  });

  it('tests, pauses and opens one from the menu of its row', async () => {
    const { root, choose, asked } = await show();
    await choose(0, 'check');
    expect(asked('mailboxes.check')).to.deep.equal([{ id: 'mbx_0' }]);
    await until(() => words(document).includes('The connection works.'));
    await choose(1, 'pause');
    expect(asked('mailboxes.update')).to.deep.equal([{ id: 'mbx_joel', paused: true }]);
    await choose(2, 'edit');
    await until(() => words(root).includes('Save and test') && words(root).includes('Activity'));
  });

  it('takes an archiving back, and leaves what the mailbox was to the platform', async () => {
    const { root, rows, asked, choose } = await show({ mailboxState: 'active' });
    await choose(0, 'archive');
    await until(() => rows() === 2);
    expect(asked('mailboxes.archive')).to.deep.equal([{ ids: ['mbx_0'] }]);
    byText(document, 'button', 'Undo').click();
    await until(() => rows() === 3);
    expect(asked('mailboxes.restore')).to.deep.equal([{ ids: ['mbx_0'] }]);
    expect(asked('mailboxes.update')).to.deep.equal([]);
    expect(words(root)).to.contain('mara@harbor.example');
  });

  it('says before it archives what running campaigns would stop, and archives only when one is sure', async () => {
    const use = (name: string, leads: number) => ({ id: `cmp_${name}`, name, leads });
    const mailboxUses = [use('Spring', 1_200), use('Trade fair', 40), use('Port agents', 0), use('Autumn', 0)];
    const { root, rows, asked, choose } = await show({ mailboxUses });
    const answer = async (label: string) => {
      await until(() => words(root).includes('Archive and stop sending?'));
      for (const text of ['Spring, Trade fair, Port agents and 1 more', '1,240 leads wait'])
        expect(words(root)).to.contain(text);
      byText(root, 'acme-button', label).click();
      await until(() => !words(root).includes('Archive and stop sending?'));
    };
    await choose(0, 'archive');
    await answer('Cancel');
    await rest();
    expect(asked('mailboxes.archive')).to.deep.equal([]);
    await choose(0, 'archive');
    await answer('Archive');
    await until(() => rows() === 2);
    expect(asked('mailboxes.uses')).to.deep.equal([{ ids: ['mbx_0'] }, { ids: ['mbx_0'] }]);
    expect(asked('mailboxes.archive')).to.deep.equal([{ ids: ['mbx_0'], stopSending: true }]);
  });

  it('restores an archived one', async () => {
    const { root, rows, asked, choose } = await show({ archived: ['mbx_0'] });
    expect(rows()).to.equal(2);
    findDeep(root, '.bar [icon=archive]').click();
    await until(() => rows() === 1);
    await choose(0, 'restore');
    await until(() => words(root).includes('Nothing is archived'));
    expect(asked('mailboxes.restore')).to.deep.equal([{ ids: ['mbx_0'] }]);
    expect(asked('mailboxes.update')).to.deep.equal([]);
  });

  it('cannot be changed where it is archived', async () => {
    const { root, element, rows } = await show({ archived: ['mbx_0'] });
    findDeep(root, '.bar [icon=archive]').click();
    await until(() => rows() === 1);
    findDeep(element.shadowRoot as ShadowRoot, '.line[data-index="0"]').click();
    await until(() => words(root).includes('Activity'));
    expect(words(root)).not.to.contain('Save and test');
  });

  it('keeps the form of a new one open, over what was stored, until both servers let it in', async () => {
    const verdicts = [{ smtp: verdict('The server refused the password.'), imap: null }];
    const { root, asked } = await show({
      answers: { 'mailboxes.check': () => verdicts.shift() ?? { smtp: verdict(''), imap: null } },
    });
    findDeep(root, '.bar [icon=plus]').click();
    await until(() => words(root).includes('Connect and test'));
    const press = (label: string) => byText(root, 'acme-button', label).click();
    press('Connect and test');
    expect(asked('mailboxes.create')).to.deep.equal([]);
    type(findDeep(root, 'acme-input[name="address"]'), ' mara@harbor.example ');
    for (const [at, key] of ['smtp', 'imap'].entries()) {
      const server = [...everyDeep(root)].filter((one) => one.matches('.server'))[at];
      type(server?.querySelector('acme-input'), `${key}.harbor.example`);
      await settle(root);
      type(server?.nextElementSibling?.querySelector('acme-input[type=password]'), 'secret');
      await settle(root);
    }
    press('Connect and test');
    await until(() => words(root).includes('The server refused the password.'));
    await rest();
    expect(asked('mailboxes.create')).to.deep.equal([
      {
        address: 'mara@harbor.example',
        displayName: 'mara@harbor.example',
        dailyCap: 50,
        smtp: {
          host: 'smtp.harbor.example',
          port: 465,
          security: 'tls',
          user: 'mara@harbor.example',
          password: 'secret',
        },
        imap: {
          host: 'imap.harbor.example',
          port: 993,
          security: 'tls',
          user: 'mara@harbor.example',
          password: 'secret',
        },
      },
    ]);
    press('Save and test');
    await until(() => [...everyDeep(root)].every((one) => one.localName !== 'acme-mailbox-form'));
    expect(asked('mailboxes.create')).to.have.length(1);
    expect(asked('mailboxes.update')).to.have.length(1);
  });

  it('says why a password is needed again, as soon as the server is another one', async () => {
    const { root, rows } = await show();
    await until(() => rows() > 0);
    findDeep(root, '.line[data-index="0"]').click();
    await until(() => words(root).includes('Save and test'));
    const port = findDeep<HTMLInputElement>(root, '.server acme-number-field');
    const [before, hint] = [port.value, 'Needed again: the server, port or security is another one.'];
    expect(words(root)).not.to.contain(hint);
    type(port, '2525');
    await until(() => words(root).includes(hint));
    type(port, before);
    await until(() => !words(root).includes(hint));
  });

  it('says beside its field what the platform refuses', async () => {
    const refused = Object.assign(new Error('Choose TLS or STARTTLS.'), {
      code: 'mailbox.host_not_allowed',
      status: 400,
      details: [{ path: 'smtp.security', message: 'Choose tls or starttls.', reason: 'tls_required' }],
    });
    const { root } = await show({ answers: { 'mailboxes.update': () => Promise.reject(refused) } });
    findDeep(root, '.line[data-index="0"]').click();
    await until(() => words(root).includes('Save and test'));
    byText(root, 'acme-button', 'Save and test').click();
    await until(() => words(root).includes('Choose TLS or STARTTLS.'));
  });
});
