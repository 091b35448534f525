import { expect } from '@open-wc/testing';
import { errors } from '@tabard/contract/errors';
import { codeWords } from '../src/base/code-words.ts';
import { byText, words } from './look-inside.ts';
import { guarded, readdressed } from './sample-account.ts';
import { ALL } from './sample-records.ts';
import type { Staging } from './stage.ts';
import { onPage, showWidget } from './stage-shown.ts';
import { everyDeep } from './stories/find-deep.ts';
import { settle } from './stories/settle.ts';
import { until } from './until.ts';

onPage();

const refusal = (code: string, status: number) => Object.assign(new Error(code), { code, status });

describe('the account of a person', () => {
  const show = async (sample: Staging['sample'] = {}) => {
    const shown = await showWidget({
      widget: 'account-settings',
      sample: { permissions: ALL, hasAccount: true, ...sample },
    });
    const { root } = shown;
    const asked = (name: string) => shown.sample.calls.filter((call) => call.name === name).map(({ input }) => input);
    const dialog = () => root.querySelector('acme-account-tasks')?.shadowRoot ?? null;
    const press = async (name: string): Promise<void> => {
      byText(dialog() ?? root, 'button', name).click();
      await settle(root);
    };
    const begin = async (name: string): Promise<void> => {
      await press(name);
      await until(() => dialog() !== null);
      await settle(root);
    };
    const fill = async (...values: string[]): Promise<void> => {
      const fields = [...everyDeep(dialog() as ShadowRoot)].filter(({ localName }) => localName === 'acme-input');
      values.forEach((value, at) => {
        (fields[at] as HTMLInputElement).value = value;
        fields[at]?.dispatchEvent(new Event('input', { bubbles: true }));
      });
      await settle(root);
    };
    return { ...shown, asked, begin, dialog, fill, press };
  };

  it('has where one is signed in beside the rest while there is room, and below it otherwise', async () => {
    const { root, element } = await show();
    const boxes = () => [...root.querySelectorAll('section')].map((one) => one.getBoundingClientRect());
    element.style.width = '1240px';
    await until(() => boxes().at(-1)!.left > boxes()[0]!.right);
    expect(boxes().at(-1)!.top).to.equal(boxes()[0]!.top);
    element.style.width = '700px';
    await until(() => boxes().at(-1)!.left === boxes()[0]!.left);
  });

  it('shows who it is, how they sign in and where they are signed in', async () => {
    const { root } = await show();
    for (const text of [
      'Mara Silva',
      'mara@harbor.example',
      'Authenticator app',
      'On',
      '8 are left.',
      'Firefox on Windows',
      'This browser',
      'Safari on iOS',
      'A program',
    ])
      expect(words(root)).to.contain(text);
  });

  it('says plainly to whoever is signed in by a host that their account is elsewhere, and asks for nothing', async () => {
    const { root, asked } = await show({ hasAccount: false });
    await until(() => words(root).includes('Your account is elsewhere'));
    expect([...asked('account.get'), ...asked('sessions.list')]).to.deep.equal([]);
  });

  it('changes name, language and clock, and tells the page around', async () => {
    const { root, element, asked, begin, dialog, fill, press } = await show();
    await begin('Edit profile');
    await until(() => words(dialog() as ShadowRoot).includes('Your profile'));
    const heard: unknown[] = [];
    element.addEventListener('acme-change-profile', (event) => heard.push((event as CustomEvent).detail));
    for (const [name, value] of [
      ['locale', 'fr'],
      ['timeZone', 'Asia/Tokyo'],
    ] as const) {
      const field = dialog()?.querySelector<HTMLSelectElement>(`[name=${name}]`);
      field!.value = value;
      field!.dispatchEvent(new Event('change', { bubbles: true }));
    }
    await fill('Mara Reis');
    await press('Save');
    await until(() => dialog() === null);
    expect(asked('account.update')).to.deep.equal([{ name: 'Mara Reis', locale: 'fr', timeZone: 'Asia/Tokyo' }]);
    expect(heard).to.deep.equal([{ locale: 'fr', timeZone: 'Asia/Tokyo' }]);
    await until(() => words(document).includes('Your profile is saved.'));
    expect(words(root)).to.contain('Edit profile');
  });

  it('asks for a new address by a link, marks the field where it is the same, and takes the wish back', async () => {
    let waits = false;
    const { root, asked, begin, dialog, fill, press } = await show({
      answers: {
        'account.get': () => (waits ? readdressed() : guarded()),
        'account.cancelEmailChange': () => {
          waits = false;
          return {};
        },
        'account.changeEmail': ({ email }: { email: string }) => {
          if (email === 'mara@harbor.example') return Promise.reject(refusal('account.email_same', 409));
          waits = true;
          return { email, expiresAt: new Date().toISOString() };
        },
      },
    });
    await begin('Change address');
    await fill('mara@harbor.example');
    await press('Send the link');
    await until(() => words(dialog() as ShadowRoot).includes('You sign in with this address already.'));
    await fill('mara.silva@harbor.example');
    await press('Send the link');
    await until(() => words(root).includes('Not confirmed'));
    expect(words(document)).to.contain('A link is on its way to mara.silva@harbor.example.');
    await press('Keep the present one');
    await until(() => !words(root).includes('Not confirmed'));
    expect(asked('account.cancelEmailChange')).to.have.length(1);
  });

  it('looks again for what became of a new address when somebody comes back to the page', async () => {
    let waits = true;
    const { root } = await show({ answers: { 'account.get': () => (waits ? readdressed() : guarded()) } });
    await until(() => words(root).includes('Not confirmed'));
    waits = false;
    dispatchEvent(new Event('focus'));
    await until(() => !words(root).includes('Not confirmed'));
  });

  it('changes the password with the present one, and says why where the platform refuses', async () => {
    let refused = true;
    const { root, asked, begin, fill, press } = await show({
      answers: {
        'account.changePassword': () =>
          refused ? Promise.reject(refusal('user.password_common', 400)) : { endedSessions: 2 },
      },
    });
    await begin('Change password');
    await fill('the one I have', 'password1234');
    await press('Change password');
    await until(() => words(root).includes('This password is easy to guess.'));
    refused = false;
    await fill('the one I have', 'tulip ferry marble noon');
    await press('Change password');
    await until(() => words(document).includes('You are signed out everywhere else.'));
    expect(asked('account.changePassword').at(-1)).to.deep.equal({
      password: 'the one I have',
      newPassword: 'tulip ferry marble noon',
    });
  });

  it('asks first that it is the person where the platform wants it, by password or code, and goes on', async () => {
    let confirmed = false;
    const { root, asked, begin, dialog, fill, press } = await show({
      answers: {
        'account.setUpSecondFactor': () =>
          confirmed
            ? { secret: 'JBSWY3DPEHPK3PXP', uri: 'otpauth://totp/x', picture: { size: 9, path: 'M4 4h1v1h-1z' } }
            : Promise.reject(refusal('auth.confirmation_required', 409)),
        'account.confirm': () => {
          confirmed = true;
          return { confirmedUntil: new Date().toISOString() };
        },
      },
    });
    await begin('Use another app');
    await until(() => words(dialog() as ShadowRoot).includes('Confirm that it is you'));
    await press('Use a code instead');
    await fill('123456');
    await press('Continue');
    await until(() => words(dialog() as ShadowRoot).includes('JBSW Y3DP'));
    expect(asked('account.confirm')).to.deep.equal([{ oneTimePassword: '123456' }]);
    await fill('654321');
    await press('Turn on');
    await until(() => words(root).includes('Your recovery codes'));
    expect(asked('account.turnOnSecondFactor')).to.deep.equal([{ oneTimePassword: '654321' }]);
    expect([...(dialog()?.querySelectorAll('li') ?? [])]).to.have.length(10);
    await press('I have kept them');
    await until(() => dialog() === null);
    expect(words(document)).to.contain('Two-factor sign-in is on.');
  });

  it('offers no way to turn off what the organization asks for', async () => {
    const { root } = await show({
      answers: {
        'account.get': () => ({
          id: 'usr_1',
          email: 'mara@harbor.example',
          name: 'Mara',
          locale: null,
          timeZone: null,
          newEmail: null,
          confirmedUntil: null,
          secondFactor: { isOn: true, turnedOnAt: null, recoveryCodesLeft: 1, isRequired: true },
          passkeys: { host: null, items: [] },
          hasPassword: true,
          identities: { offered: [], items: [] },
        }),
      },
    });
    for (const text of ['Your organization asks for it.', 'One is left.', 'Few left'])
      expect(words(root)).to.contain(text);
    expect(words(root)).not.to.contain('Turn off');
  });

  it('signs out one other device, or all of them', async () => {
    const { root, asked, press } = await show();
    expect(root.querySelectorAll('li acme-button')).to.have.length(2);
    root.querySelector<HTMLElement>('li acme-button')?.click();
    await until(() => words(document).includes('Safari on iOS is signed out.'));
    await press('Sign out everywhere else');
    await until(() => asked('sessions.endOthers').length === 1);
    expect(asked('sessions.end')).to.deep.equal([{ id: 'uss_1' }]);
  });

  it('has words of its own for all that is refused of an account', async () => {
    await show();
    const met = Object.keys(errors).filter((code) =>
      /^(?:account|second_factor|user\.password|auth\.(?:wrong_pass|invalid_one|confirmation))/.test(code),
    );
    expect(met.length).to.be.greaterThan(6);
    for (const code of met) expect(codeWords(code), code).to.be.a('string');
  });
});
