import { expect } from '@open-wc/testing';
import type { Brand } from '@tabard/contract';
import { byText, words } from './look-inside.ts';
import { ALL } from './sample-records.ts';
import type { Staging } from './stage.ts';
import { onPage, place, showWidget } from './stage-shown.ts';
import { findDeep } from './stories/find-deep.ts';
import { settle } from './stories/settle.ts';
import { until } from './until.ts';

onPage();

const manages = [...ALL, 'settings.read', 'settings.manage'];

describe('the editor of a brand', () => {
  const show = async (sample: Staging['sample'] = {}) => {
    const shown = await showWidget({ widget: 'brand-editor', sample: { permissions: manages, ...sample } });
    const { root } = shown;
    await until(() => root.querySelector('.setting') !== null);
    await until(() => root.querySelector('acme-brand-preview')?.shadowRoot !== null);
    const asked = (name: string) => shown.sample.calls.filter((call) => call.name === name).map(({ input }) => input);
    const fieldOf = (name: string) => findDeep<HTMLInputElement & { error: string }>(root, `[name=${name}]`);
    const write = async (name: string, value: string): Promise<void> => {
      fieldOf(name).value = value;
      fieldOf(name).dispatchEvent(new Event('input', { bubbles: true }));
      await settle(root);
    };
    const press = async (name: string): Promise<void> => {
      byText(root, 'button', name).click();
      await settle(root);
    };
    const lineOf = (name: string) => fieldOf(name).closest('.setting')?.querySelector('.source') as HTMLElement;
    const preview = () => findDeep<HTMLElement & { brand: Brand }>(root, 'acme-brand-preview');
    const goTo = async (place: string): Promise<void> => {
      const choice = findDeep<HTMLInputElement>(root, '.place');
      choice.value = place;
      choice.dispatchEvent(new Event('change', { bubbles: true }));
      await settle(root);
      await until(() => root.querySelector('.setting') !== null);
    };
    return { ...shown, asked, fieldOf, write, press, lineOf, preview, goTo };
  };
  const tokenOf = (element: HTMLElement, name: string): string =>
    getComputedStyle(element).getPropertyValue(`--_${name}`);

  it('says of each setting where it comes from, and shows what is inherited behind an empty field', async () => {
    const { lineOf, fieldOf } = await show();
    expect(lineOf('displayName').textContent).to.contain('Set here');
    expect(lineOf('supportEmail').textContent).to.contain('From Northlight');
    // Whose address goes out with the mails is not to be overlooked.
    expect(lineOf('postalAddress').textContent).to.contain('From Northlight');
    expect(fieldOf('postalAddress').placeholder).to.contain('Prinsengracht 12');
    expect(lineOf('mode').textContent).to.contain('Usual value, which nobody has changed yet');
    expect(lineOf('markUrl').textContent).to.contain('Nobody has set it yet');
    const support = fieldOf('supportEmail');
    expect([support.value, support.placeholder]).to.deep.equal(['', 'help@northlight.example']);
  });

  it('lets nobody write over what is locked, and says who has locked it', async () => {
    const { lineOf, fieldOf } = await show();
    expect(lineOf('legalText').textContent).to.contain('Locked by Northlight');
    expect(lineOf('privacyUrl').textContent).to.contain('Locked by your provider');
    expect(fieldOf('privacyUrl').disabled).to.equal(true);
    expect(fieldOf('privacyUrl').value).to.equal('https://northlight.example/privacy');
  });

  it('paints the preview with each letter, and the page around not at all', async () => {
    const { element, write, preview, asked } = await show();
    const around = tokenOf(element, 'accent');
    await write('color', '#c2185b');
    expect(tokenOf(preview(), 'accent').toLowerCase()).to.equal('#c2185b');
    await write('color', '#c2185');
    expect(tokenOf(preview(), 'accent').toLowerCase(), 'half a colour keeps the look of before').not.to.equal('');
    await write('displayName', 'Quayside');
    expect(words(preview().shadowRoot as ShadowRoot)).to.contain('Quayside');
    expect(tokenOf(element, 'accent')).to.equal(around);
    expect(asked('settings.update')).to.deep.equal([]);
  });

  it('has the mail laid out by the platform in what is written', async () => {
    const { write, asked, preview } = await show();
    await write('displayName', 'Quayside');
    await until(() => asked('settings.previewMail').some((input) => JSON.stringify(input).includes('Quayside')));
    await until(() => words(preview().shadowRoot as ShadowRoot).includes('You are invited to work together.'));
  });

  it('shows it light and dark, at a desk and on a phone', async () => {
    const { press, preview } = await show();
    const light = tokenOf(preview(), 'canvas');
    await press('Dark');
    expect(tokenOf(preview(), 'canvas')).not.to.equal(light);
    await press('Phone');
    expect(preview().shadowRoot?.querySelector('.frame')?.classList.contains('phone')).to.equal(true);
  });

  it('warns of a colour that is too light for words, and says what is done about it', async () => {
    const { root, write } = await show();
    await until(() => words(root).includes('Everything can be read'));
    await write('color', '#f5e663');
    await until(() => words(root).includes('Links and thin lines take a darker shade of it.'));
  });

  it('saves what was changed alone, and takes it back', async () => {
    const { write, press, asked } = await show();
    await write('color', '#c2185b');
    await write('supportEmail', 'hello@harbor.example');
    await press('Save');
    await until(() => words(document).includes('Saved.'));
    await press('Undo');
    await until(() => asked('settings.update').length === 2);
    expect(asked('settings.update')).to.deep.equal([
      { set: { color: '#c2185b', supportEmail: 'hello@harbor.example' }, reset: [] },
      { set: { color: '#0f766e' }, reset: ['supportEmail'] },
    ]);
  });

  it('inherits again what was said here', async () => {
    const { root, press, lineOf, fieldOf, preview, asked } = await show();
    lineOf('color').querySelector('button')?.click();
    await settle(root);
    expect(fieldOf('color').placeholder).to.equal('#2b5fd9');
    expect(preview().brand.color).to.equal('#2b5fd9');
    await press('Save');
    await until(() => asked('settings.update').length === 1);
    expect(asked('settings.update')).to.deep.equal([{ set: {}, reset: ['color'] }]);
  });

  it('locks a setting of an organization for all below, and lets it go', async () => {
    const { root, goTo, lineOf, press, asked } = await show();
    await goTo('org_1');
    const lockOf = (name: string) => lineOf(name).querySelector<HTMLElement>('button.lock');
    lockOf('color')?.click();
    lockOf('legalText')?.click();
    await settle(root);
    expect(lockOf('color')?.getAttribute('aria-pressed')).to.equal('true');
    await press('Save');
    await until(() => asked('settings.updateForOrganization').length === 1);
    expect(asked('settings.updateForOrganization')).to.deep.equal([
      { organizationId: 'org_1', set: {}, reset: [], lock: ['color'], unlock: ['legalText'] },
    ]);
  });

  it('keeps what was written in this tab until it is saved or thrown away', async () => {
    const { element, instance, write, asked } = await show();
    await write('displayName', 'Quayside');
    element.remove();
    const again = instance.create('brand-editor');
    place(again);
    const root = again.shadowRoot as ShadowRoot; // an element of ours has an open one
    await until(() => root.querySelector('.setting') !== null);
    const name = (): string => findDeep<HTMLInputElement>(root, '[name=displayName]').value;
    await until(() => name() === 'Quayside');
    byText(root, 'button', 'Discard').click();
    await until(() => name() === 'Harbor & Co');
    expect(asked('settings.update')).to.deep.equal([]);
  });

  it('says beside the field what is refused', async () => {
    const details = [{ path: 'set.color', message: 'Northlight has locked this setting.' }];
    const locked = Object.assign(new Error('locked'), { status: 409, code: 'settings.locked', details });
    const { fieldOf, write, press } = await show({ answers: { 'settings.update': () => Promise.reject(locked) } });
    await write('color', '#c2185b');
    await press('Save');
    await until(() => fieldOf('color').error.startsWith('An organization above has locked this.'));
    await press('Discard');
  });

  it('does not send what is no address', async () => {
    const { write, press, asked } = await show();
    await write('logoUrl', 'http://plain.example/logo.png');
    await press('Save');
    expect(asked('settings.update')).to.deep.equal([]);
    await press('Discard');
  });

  it('offers nothing to change to whoever may only look', async () => {
    const { root, fieldOf } = await show({ permissions: [...ALL, 'settings.read'] });
    expect(words(root)).not.to.contain('Save');
    expect(fieldOf('displayName').disabled).to.equal(true);
  });
});

describe('a brand that is changed elsewhere', () => {
  it('is worn by the open page without loading it again', async () => {
    const brand = { displayName: 'Harbor & Co', color: '#2b5fd9', mode: 'light', radius: 7, density: 'comfortable' };
    let now: object = brand;
    const { element, sample, root } = await showWidget({
      widget: 'lead-board',
      sample: {
        answers: {
          'sessions.current': () => ({
            kind: 'embed_session',
            user: { id: 'usr_1', email: null, name: 'Mara' },
            organization: { id: 'org_1', name: 'Northlight' },
            permissions: ALL,
            widgets: null,
            memberships: [],
            workspace: { id: 'wsp_1', name: 'Harbor & Co', timeZone: 'Europe/Amsterdam', locale: 'en', brand: now },
          }),
        },
      },
    });
    await until(() => getComputedStyle(element).getPropertyValue('--_accent') === '#2b5fd9');
    const drawn = root.querySelector('acme-board');
    now = { ...brand, color: '#c2185b', radius: 2 };
    sample.emit({
      id: '1',
      type: 'settings.updated',
      at: new Date().toISOString(),
      data: { settings: ['color', 'radius'], by: null },
    });
    await until(() => getComputedStyle(element).getPropertyValue('--_accent') === '#c2185b');
    expect(getComputedStyle(element).getPropertyValue('--_radius-control')).to.equal('2px');
    expect(root.querySelector('acme-board')).to.equal(drawn);
  });
});
