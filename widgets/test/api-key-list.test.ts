import { expect } from '@open-wc/testing';
import { permissions } from '@tabard/contract/permissions';
import { byText, words } from './look-inside.ts';
import { apiKeys, SECRET } from './sample-keys.ts';
import { ALL } from './sample-records.ts';
import type { Staging } from './stage.ts';
import { onPage, showWidget } from './stage-shown.ts';
import { everyDeep, findDeep } from './stories/find-deep.ts';
import { settle } from './stories/settle.ts';
import { until } from './until.ts';

onPage();

describe('the list of API keys', () => {
  const show = async (sample: Staging['sample'] = {}) => {
    const shown = await showWidget({
      widget: 'api-key-list',
      sample: { permissions: [...ALL, 'api_key.manage'], ...sample },
    });
    const { root } = shown;
    const asked = (name: string) => shown.sample.calls.filter((call) => call.name === name).map(({ input }) => input);
    const tasks = () => root.querySelector('acme-key-tasks')?.shadowRoot as ShadowRoot;
    const choose = async (row: number, act: string): Promise<void> => {
      const table = root.querySelector('acme-table')?.shadowRoot as ShadowRoot;
      findDeep(table, `.line[data-index="${row}"] acme-menu`).dispatchEvent(new CustomEvent('choose', { detail: act }));
      await until(() => tasks());
      await settle(root);
    };
    const press = async (name: string): Promise<void> => {
      byText(root.querySelector('acme-key-tasks') ? tasks() : root, 'button', name).click();
      await settle(root);
    };
    const write = async (selector: string, value: string, nth = 0): Promise<void> => {
      const field = tasks().querySelectorAll<HTMLInputElement>(selector)[nth]!;
      field.value = value;
      for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }));
      await settle(root);
    };
    return { ...shown, asked, tasks, choose, press, write };
  };
  const begun = async (sample?: Staging['sample']) => {
    const shown = await show(sample);
    await shown.press('Make a key');
    await until(() => words(shown.root).includes('Every workspace of Northlight'));
    return shown;
  };

  it('shows all of its columns on a tablet', async () => {
    const { root } = await show();
    const { style } = root.host as HTMLElement; // an element of ours
    style.inlineSize = '664px';
    style.display = 'block';
    await settle(root);
    const scroll = () => [...everyDeep(root)].find((one) => one.matches('.scroll'));
    await until(() => scroll()?.clientWidth);
    expect(scroll()!.scrollWidth).to.be.at.most(scroll()!.clientWidth);
  });

  it('says of each key what it is good for, from where it was used and which secrets work', async () => {
    const { root } = await show();
    for (const text of [
      'Client portal',
      'Every workspace',
      '203.0.113.0/24',
      `${permissions.length} permissions`,
      'Two secrets work',
    ])
      expect(words(root)).to.contain(text);
    findDeep(root, 'acme-tabs').dispatchEvent(new CustomEvent('choose', { detail: 'ended' }));
    await until(() => words(root).includes('Old portal'));
    for (const text of ['Revoked', 'Expired']) expect(words(root)).to.contain(text);
    expect(findDeep(root, 'acme-table').shadowRoot?.querySelector('acme-menu')).to.equal(null);
  });

  it('makes a key that may read, and shows its secret once with a call to try it by', async () => {
    const { root, asked, press, write } = await begun();
    await write('acme-input', 'Reports');
    await write('acme-tag-input', '203.0.113.0/24,2001:db8::1');
    await press('Make the key');
    await until(() => words(root).includes('Copy the secret now'));
    expect(asked('apiKeys.create')).to.deep.equal([
      {
        name: 'Reports',
        permissions: permissions.filter((permission) => permission.endsWith('.read')),
        networks: ['203.0.113.0/24', '2001:db8::1'],
      },
    ]);
    expect(findDeep<HTMLInputElement>(root, 'acme-input[readonly]').value).to.equal(SECRET);
    await until(() => words(root).includes('curl https://api.northlight.example/rpc/sessions.current'));
    await press('Done');
    await until(() => root.querySelector('acme-key-tasks') === null);
    expect(words(root)).not.to.contain(SECRET);
  });

  it('asks who it is where the platform wants to know before it gives a secret away, and goes on with what was filled in', async () => {
    let confirmed = false;
    const { root, asked, press, write } = await begun({
      answers: {
        'apiKeys.create': () => {
          if (confirmed) return { ...apiKeys[0]!, secret: SECRET };
          throw Object.assign(new Error('x'), { status: 409, code: 'auth.confirmation_required', details: [] });
        },
        'account.confirm': () => {
          confirmed = true;
          return { confirmedUntil: '2100-01-01T00:00:00.000Z' };
        },
      },
    });
    await write('acme-input', 'Reports');
    await press('Make the key');
    await until(() => words(root).includes('Confirm that it is you'));
    await write('acme-input', 'my own password');
    await press('Continue');
    await until(() => words(root).includes('Copy the secret now'));
    expect(asked('account.confirm')).to.deep.equal([{ password: 'my own password' }]);
    expect(asked('apiKeys.create')).to.have.length(2);
    expect(asked('apiKeys.create')[1]).to.deep.equal(asked('apiKeys.create')[0]);
  });

  it('makes one for the whole organization with what was chosen, and until a day', async () => {
    const { root, asked, tasks, press, write } = await begun();
    await write('acme-input', 'Portal');
    await write('acme-radio-group', 'branch', 0);
    await write('acme-radio-group', 'chosen', 1);
    await press('Make the key');
    expect(words(root)).to.contain('Choose at least one thing that it may do.');
    const box = tasks().querySelector<HTMLInputElement>('acme-checkbox[label="See leads"]')!;
    box.checked = true;
    box.dispatchEvent(new Event('change', { bubbles: true }));
    await write('acme-date-field', '2100-01-31');
    await press('Make the key');
    await until(() => asked('apiKeys.create').length === 1);
    expect(asked('apiKeys.create')).to.deep.equal([
      {
        organizationId: 'org_1',
        name: 'Portal',
        permissions: ['lead.read'],
        expiresAt: new Date(2100, 0, 31, 23, 59, 59).toISOString(),
        networks: [],
      },
    ]);
  });

  it('refuses in words what is no network, before anything is asked', async () => {
    const { root, asked, press, write } = await begun();
    await write('acme-input', 'Portal');
    await write('acme-tag-input', 'portal.example.com');
    await press('Make the key');
    expect(asked('apiKeys.create')).to.deep.equal([]);
    expect(words(root)).to.contain('This is no address or network.');
  });

  it('changes name, end and networks, gives a new secret beside the old one, and revokes once that was confirmed', async () => {
    const { root, asked, choose, press, write } = await show();
    await choose(0, 'edit');
    await write('acme-input', 'Portal of Harbor');
    await press('Save');
    await until(() => words(document).includes('Portal of Harbor was changed.'));
    expect(asked('apiKeys.update')).to.deep.equal([
      { id: 'key_0', name: 'Portal of Harbor', networks: ['203.0.113.0/24', '2001:db8::/32'], expiresAt: null },
    ]);
    await choose(0, 'rotate');
    await write('acme-radio-group', '604800');
    await press('Make it');
    await until(() => words(root).includes('Copy the secret now'));
    expect(asked('apiKeys.rotate')).to.deep.equal([{ id: 'key_0', overlap: 604_800 }]);
    await press('Done');
    await until(() => root.querySelector('acme-key-tasks') === null);
    await choose(2, 'revoke');
    expect(asked('apiKeys.revoke')).to.deep.equal([]);
    await press('Revoke');
    await until(() => words(document).includes('Reporting was revoked.'));
    expect(asked('apiKeys.revoke')).to.deep.equal([{ id: 'key_2' }]);
  });

  it('says why where the platform refuses, and what to do where there is no key', async () => {
    const refusal = Object.assign(new Error('no'), { status: 409, code: 'api_key.ended' });
    const { root, choose, press } = await show({ answers: { 'apiKeys.rotate': () => Promise.reject(refusal) } });
    await choose(0, 'rotate');
    await press('Make it');
    await until(() => words(root).includes('This key has ended. Make another one.'));
    const none = await show({ empty: true });
    await until(() => words(none.root).includes('There is no key yet'));
  });
});
