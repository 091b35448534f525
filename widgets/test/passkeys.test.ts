import { expect } from '@open-wc/testing';
import { errors } from '@tabard/contract/errors';
import { codeWords } from '../src/base/code-words.ts';
import { byText, words } from './look-inside.ts';
import { doubted } from './sample-account.ts';
import { ALL } from './sample-records.ts';
import type { Staging } from './stage.ts';
import { onPage, showWidget } from './stage-shown.ts';
import { settle } from './stories/settle.ts';
import { until } from './until.ts';

onPage();

const refusal = (code: string, status: number) => Object.assign(new Error(code), { code, status });

/** What the browser does when a passkey is to be made; every engine is given the same. */
let create: () => Promise<unknown>;
let get: () => Promise<unknown>;
const used = {
  id: 'AQ',
  rawId: 'AQ',
  type: 'public-key',
  authenticatorAttachment: 'platform',
  response: { clientDataJSON: 'e30', authenticatorData: 'AA', signature: 'AA', userHandle: 'AA' },
};
const made = {
  id: 'AQ',
  rawId: 'AQ',
  type: 'public-key',
  authenticatorAttachment: 'platform',
  clientExtensionResults: {},
  response: { clientDataJSON: 'e30', attestationObject: 'oA', transports: ['internal'], publicKey: 'AA' },
};
const own = Object.getOwnPropertyDescriptor(navigator, 'credentials');
const known = Object.getOwnPropertyDescriptor(globalThis, 'PublicKeyCredential');

describe('the passkeys of a person', () => {
  beforeEach(() => {
    create = () => Promise.resolve({ toJSON: () => made });
    Object.defineProperty(navigator, 'credentials', {
      configurable: true,
      value: { create: () => create(), get: () => get() },
    });
    Object.defineProperty(globalThis, 'PublicKeyCredential', {
      configurable: true,
      value: {
        parseCreationOptionsFromJSON: (options: unknown) => options,
        parseRequestOptionsFromJSON: (options: unknown) => options,
      },
    });
  });
  afterEach(() => {
    if (own) Object.defineProperty(navigator, 'credentials', own);
    else Reflect.deleteProperty(navigator, 'credentials');
    if (known) Object.defineProperty(globalThis, 'PublicKeyCredential', known);
    else Reflect.deleteProperty(globalThis, 'PublicKeyCredential');
  });

  const show = async (sample: Staging['sample'] = {}) => {
    const shown = await showWidget({
      widget: 'account-settings',
      sample: { permissions: ALL, hasAccount: true, ...sample },
    });
    const { root } = shown;
    await until(() => words(root).includes('Passkeys'));
    const asked = (name: string) => shown.sample.calls.filter((call) => call.name === name).map(({ input }) => input);
    const dialog = () => root.querySelector('acme-passkey-tasks')?.shadowRoot ?? null;
    const press = async (name: string): Promise<void> => {
      byText(dialog() ?? root, 'button', name).click();
      await settle(root);
    };
    const begin = async (label: string): Promise<void> => {
      const named = [...root.querySelectorAll<HTMLElement & { label?: string }>('acme-button')];
      named.find((one) => (one.label || one.textContent?.trim()) === label)!.click();
      await until(() => dialog() !== null);
      await settle(root);
    };
    const fill = async (value: string): Promise<void> => {
      const field = dialog()!.querySelector<HTMLInputElement>('acme-input')!;
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await settle(root);
    };
    return { ...shown, asked, begin, dialog, fill, press };
  };

  it('are listed with where each is good, and whether it goes with the device', async () => {
    const { root } = await show();
    for (const text of [
      'MacBook of the office',
      'synchronized between your devices',
      'Never used',
      'Good only at app.moss.example',
    ])
      expect(words(root)).to.contain(text);
  });

  it('get one more under a name, by what the browser made', async () => {
    const { root, asked, begin, dialog, fill, press } = await show();
    await begin('Add a passkey');
    expect(dialog()!.querySelector<HTMLInputElement>('acme-input')!.value).to.equal('Firefox on Windows');
    await fill('Desk');
    await press('Continue');
    await until(() => words(document).includes('Desk is added.'));
    expect(root.querySelector('acme-passkey-tasks')).to.equal(null);
    const { clientDataJSON, attestationObject, transports } = made.response;
    const credential = { id: 'AQ', rawId: 'AQ', type: 'public-key' };
    expect(asked('account.addPasskey')).to.deep.equal([
      { name: 'Desk', credential: { ...credential, response: { clientDataJSON, attestationObject, transports } } },
    ]);
  });

  it('ask first that it is the person where the platform wants it, and go on', async () => {
    let confirmed = false;
    const { asked, begin, dialog, fill, press } = await show({
      answers: {
        'account.beginPasskey': () =>
          confirmed ? { options: {} } : Promise.reject(refusal('auth.confirmation_required', 409)),
        'account.confirm': () => {
          confirmed = true;
          return { confirmedUntil: new Date().toISOString() };
        },
      },
    });
    await begin('Add a passkey');
    await press('Continue');
    await until(() => words(dialog() as ShadowRoot).includes('Confirm that it is you'));
    await fill('the one I have');
    await press('Continue');
    await until(() => asked('account.addPasskey').length === 1);
    expect(asked('account.confirm')).to.deep.equal([{ password: 'the one I have' }]);
  });

  it('show that it is the person, in place of the password', async () => {
    let confirmed = false;
    const { asked, begin, dialog, press } = await show({
      answers: {
        'account.removePasskey': ({ id }: { id: string }) =>
          confirmed ? { id, endedSessions: 0 } : Promise.reject(refusal('auth.confirmation_required', 409)),
        'account.beginConfirmation': () => ({ options: { challenge: 'AAAA' } }),
        'account.confirm': () => {
          confirmed = true;
          return { confirmedUntil: new Date().toISOString() };
        },
      },
    });
    await begin('Remove Key on the ring');
    await press('Remove');
    await until(() => words(dialog() as ShadowRoot).includes('Confirm that it is you'));
    await press('Use a passkey instead');
    get = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    await press('Continue');
    await until(() => words(dialog() as ShadowRoot).includes('No passkey was used.'));
    get = () => Promise.resolve({ toJSON: () => used });
    await press('Continue');
    await until(() => words(document).includes('Key on the ring signs nobody in any more.'));
    const { authenticatorAttachment: _, ...response } = used;
    expect(asked('account.confirm')).to.deep.equal([{ passkey: response }]);
  });

  for (const [name, said] of [
    ['NotAllowedError', 'Nothing was added'],
    ['InvalidStateError', 'This device has a passkey for you already.'],
    ['SecurityError', 'cannot be added on a page of this address'],
  ] as const)
    it(`say what it means that the browser made none (${name})`, async () => {
      create = () => Promise.reject(new DOMException('no', name));
      const { asked, begin, dialog, press } = await show();
      await begin('Add a passkey');
      await press('Continue');
      await until(() => words(dialog() as ShadowRoot).includes(said));
      expect(asked('account.addPasskey')).to.deep.equal([]);
    });

  it('are called otherwise, and removed', async () => {
    const { asked, begin, fill, press } = await show();
    await begin('Rename Key on the ring');
    await fill('Spare key');
    await press('Save');
    await until(() => words(document).includes('It is called Spare key now.'));
    expect(asked('account.renamePasskey')).to.deep.equal([{ id: 'pky_2', name: 'Spare key' }]);
    await begin('Remove MacBook of the office');
    await press('Remove');
    await until(() => words(document).includes('MacBook of the office signs nobody in any more.'));
    expect(asked('account.removePasskey')).to.deep.equal([{ id: 'pky_1' }]);
  });

  it('are not offered on a page of another host name, which is named, and a copied one is pointed out', async () => {
    const { root } = await show({ answers: { 'account.get': doubted } });
    for (const text of [
      'You can add one where you sign in, on a page of app.harbor.example.',
      'May have been copied',
      'Remove it, and add another one.',
    ])
      expect(words(root)).to.contain(text);
    expect(words(root)).not.to.contain('Add a passkey');
  });

  it('have words of their own for all that is refused', async () => {
    await show();
    const met = Object.keys(errors).filter((code) => /^passkey\.(?!not_found)/.test(code));
    expect(met.length).to.be.greaterThan(4);
    for (const code of met) expect(codeWords(code), code).to.be.a('string');
  });
});
