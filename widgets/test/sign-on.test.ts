import { expect } from '@open-wc/testing';
import { byText, words } from './look-inside.ts';
import { ALL } from './sample-records.ts';
import { places } from './sample-tree.ts';
import type { Staging } from './stage.ts';
import { onPage, showWidget } from './stage-shown.ts';
import { settle } from './stories/settle.ts';
import { until } from './until.ts';

onPage();

const refusal = (code: string, status: number, details: object[] = []) =>
  Object.assign(new Error(code), { code, status, details });

async function show(id: string, sample: Staging['sample'] = {}) {
  const shown = await showWidget({
    widget: 'organization-tree',
    sample: { permissions: [...ALL, 'organization.read', 'organization.manage'], ...sample },
  });
  const { root } = shown;
  await until(() => root.querySelector('acme-tree'));
  const node = places.find((place) => place.id === id);
  root.querySelector('acme-tree')!.dispatchEvent(new CustomEvent('act', { detail: { act: 'sign-on', id: node!.id } }));
  const tasks = () => root.querySelector('acme-sign-on-tasks')?.shadowRoot as ShadowRoot;
  await until(() => tasks()?.querySelector('acme-checkbox'));
  const field = (label: string) =>
    [...tasks().querySelectorAll<HTMLInputElement & { label: string; error: string }>('*')].find(
      (one) => one.label === label,
    )!;
  return {
    ...shown,
    tasks,
    field,
    async write(label: string, value: string): Promise<void> {
      field(label).value = value;
      field(label).dispatchEvent(new Event('input', { bubbles: true }));
      await settle(root);
    },
    async push(name: string): Promise<void> {
      byText(tasks(), 'button', name).click();
      await settle(root);
    },
    asked: (name: string) => shown.sample.calls.filter((call) => call.name === name).map(({ input }) => input),
  };
}

describe('the sign-in of an organization', () => {
  it('is set up with what the provider needs, and tested at once', async () => {
    const { write, field, push, asked, tasks } = await show('org_2');
    expect(field('Redirect address').value).to.equal('https://app.harbour.example/sign-in/callback');
    await push('Save and test');
    expect(asked('identityProviders.set')).to.have.length(0);
    await write('Company', 'Südwind');
    await write('Issuer', 'https://login.suedwind.example');
    await write('Client ID', 'us');
    await write('Client secret', 'a secret');
    await write('Mail domains', 'suedwind.example, post.suedwind.example');
    await push('Save and test');
    expect(asked('identityProviders.set')).to.deep.equal([
      {
        organizationId: 'org_2',
        kind: 'oidc',
        name: 'Südwind',
        issuer: 'https://login.suedwind.example',
        clientId: 'us',
        clientSecret: 'a secret',
        domains: ['suedwind.example', 'post.suedwind.example'],
        isEnforced: false,
      },
    ]);
    await until(() => words(tasks()).includes('It knows the client ID and the secret'));
    expect(words(tasks())).to.include('Copy both once more.');
  });

  it('keeps its secret where none is given, and says which domains do not count any more', async () => {
    const { push, asked, tasks } = await show('org_1');
    expect(words(tasks())).to.include('quay.example is not proven any more');
    await push('Save and test');
    expect(asked('identityProviders.set')[0]).not.to.have.any.keys('clientSecret', 'join');
  });

  it('says what is wrong beside its field, and asks first who it is where the platform wants to know', async () => {
    let asks = true;
    const { push, field, tasks, root, asked } = await show('org_1', {
      hasAccount: true,
      answers: {
        'identityProviders.set': () => {
          if (asks) throw refusal('auth.confirmation_required', 409);
          throw refusal('identity_provider.domain_unproven', 422, [{ path: 'domains.1', message: 'x' }]);
        },
      },
    });
    await push('Save and test');
    await until(() => words(tasks()).includes('Your password'));
    await settle(root);
    const password = tasks().querySelector<HTMLInputElement>('acme-input')!;
    password.value = 'secret words';
    password.dispatchEvent(new Event('input', { bubbles: true }));
    await settle(root);
    asks = false;
    await push('Continue');
    await until(() => field('Mail domains')?.error);
    expect(asked('account.confirm')).to.deep.equal([{ password: 'secret words' }]);
    expect(field('Mail domains').error).to.include('has not proven this domain');
    await settle(root);
  });

  it('is removed after the person was told what becomes of it', async () => {
    const { push, asked, tasks, root } = await show('org_1');
    await push('Remove');
    expect(words(tasks())).to.include('Its people sign in with a password');
    await push('Remove');
    expect(asked('identityProviders.remove')).to.deep.equal([{ id: 'idp_1' }]);
    await until(() => root.querySelector('acme-sign-on-tasks') === null);
  });
});

describe('accounts elsewhere', () => {
  it('are offered, added in this window, and removed', async () => {
    const gone = () => Promise.reject(refusal('identity_provider.not_found', 404));
    const shown = await showWidget({
      widget: 'account-settings',
      // To go on would leave the page of the test.
      sample: { permissions: ALL, hasAccount: true, answers: { 'account.beginIdentity': gone } },
    });
    const { root } = shown;
    await until(() => words(root).includes('Accounts elsewhere'));
    const dialog = () => root.querySelector('acme-identity-tasks')?.shadowRoot as ShadowRoot;
    const named = (label: string) =>
      [...root.querySelectorAll<HTMLElement & { label?: string }>('acme-button')].find((one) => one.label === label);
    // Google is there already.
    expect(named('Add Google')).to.equal(undefined);
    named('Add LinkedIn')!.click();
    await until(() => dialog());
    await settle(root);
    byText(dialog(), 'button', 'Continue').click();
    await settle(root);
    const asked = (name: string) => shown.sample.calls.filter((call) => call.name === name).map(({ input }) => input);
    expect(asked('account.beginIdentity')).to.deep.equal([{ provider: 'linkedin' }]);
    await until(() => words(dialog()).includes('You cannot sign in with it here any more.'));
    dialog().querySelector('acme-dialog')!.dispatchEvent(new Event('close'));
    await settle(root);
    named('Remove Google')!.click();
    await until(() => dialog() && words(dialog()).includes('The account there stays as it is.'));
    byText(dialog(), 'button', 'Remove').click();
    await until(() => root.querySelector('acme-identity-tasks') === null);
    expect(asked('account.removeIdentity')).to.deep.equal([{ id: 'uid_1' }]);
  });
});
