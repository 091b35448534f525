import { expect } from '@open-wc/testing';
import { everyDeep, findDeep } from './stories/find-deep.ts';
import { stage, type Staged } from './stage.ts';
import { rest, textOf, until } from './until.ts';

let staged: Staged;
const root = (): ShadowRoot => staged.element.shadowRoot as ShadowRoot;
const all = (selector: string): HTMLElement[] =>
  [...everyDeep(root())].filter((one): one is HTMLElement => one instanceof HTMLElement && one.matches(selector));
const rows = (): number => (staged.element.shadowRoot ? all('.line[data-index]').length : 0);
const offered = (label: string): HTMLElement | undefined =>
  all('acme-button').find(
    (one) => (one.getAttribute('label') || one.textContent?.trim()) === label && one.checkVisibility(),
  );
const press = (label: string): void => {
  const found = offered(label);
  if (!found) throw new Error(`No button says "${label}".`);
  findDeep(found.shadowRoot as ShadowRoot, 'button').click();
};
const shows = (text: string) =>
  until(() => [staged.element, ...everyDeep(root())].some((one) => textOf(one).includes(text)));

async function show(permissions = ['template.read', 'template.write']): Promise<void> {
  document.body.append(document.createElement('main'));
  staged = stage({ widget: 'template-list', sample: { permissions } });
  await until(() => rows() > 0);
}

describe('a list of records', () => {
  afterEach(() => {
    staged.instance.destroy();
    document.querySelector('main')?.remove();
  });

  const archiveFirst = async (left: number): Promise<void> => {
    all('.line[data-index="0"] input')[0]?.click();
    await shows('1 selected');
    press('Archive');
    await until(() => rows() === left);
  };

  it('takes chosen ones out at once, and brings them back by undo', async () => {
    await show();
    const before = rows();
    await archiveFirst(before - 1);
    await shows('1 archived');
    for (const one of all('acme-toaster')) one.shadowRoot?.querySelector<HTMLElement>('button')?.click();
    await until(() => staged.sample.calls.some(({ name }) => name === 'templates.restore'));
    await until(() => rows() === before);
  });

  it('shows archived ones, which can be restored from there', async () => {
    await show();
    const before = rows();
    await archiveFirst(before - 1);
    press('Show archived');
    await until(() => rows() === 1);
    all('.line[data-index="0"] input')[0]?.click();
    await until(() => offered('Restore'));
    press('Restore');
    await shows('Nothing is archived');
    press('Show active');
    await until(() => rows() === before);
  });

  it('archives the record of an open form and brings it back from there, with a way back each time', async () => {
    await show();
    const before = rows();
    const undo = (): void => {
      for (const one of all('acme-toaster')) one.shadowRoot?.querySelector<HTMLElement>('button')?.click();
    };
    const open = async (): Promise<void> => {
      findDeep(root(), '.line[data-index="0"]').click();
      await until(() => all('acme-template-form')[0]);
      await until(() => offered(offered('Restore') ? 'Restore' : 'Archive'));
    };
    await open();
    press('Archive');
    await until(() => rows() === before - 1);
    expect(all('acme-template-form')).to.have.length(0);
    await shows('1 archived');
    undo();
    await until(() => rows() === before);
    await archiveFirst(before - 1);
    press('Show archived');
    await until(() => rows() === 1);
    await open();
    await shows('· Archived');
    press('Restore');
    await shows('1 restored');
    await until(() => rows() === 0);
  });

  it('keeps what is being written from going with the record', async () => {
    await show();
    findDeep(root(), '.line[data-index="0"]').click();
    await until(() => offered('Archive'));
    const name = findDeep<HTMLInputElement>(
      findDeep(root(), 'acme-input[name="name"]').shadowRoot as ShadowRoot,
      'input',
    );
    name.value = 'Another';
    name.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    await until(() => offered('Archive')?.hasAttribute('disabled'));
  });

  it('offers nothing that changes to those who may only read', async () => {
    await show(['template.read']);
    expect(all('.line input[type="checkbox"]')).to.have.length(0);
    expect(all('acme-button[variant="primary"]').filter((one) => one.checkVisibility())).to.have.length(0);
  });

  it('opens the record that a deep link names', async () => {
    await show();
    staged.element.setAttribute('record-id', 'tpl_0');
    await until(() => all('acme-template-form').length === 1);
    await shows('Edit template');
  });

  it('opens the form for another one where the address names new, to those who may make one', async () => {
    await show();
    staged.element.setAttribute('record-id', 'new');
    await until(() => all('acme-template-form').length === 1);
    await shows('New template');
    expect(all('acme-banner')).to.have.length(0);
    expect(staged.sample.calls.filter(({ name }) => name === 'templates.get')).to.have.length(0);
    staged.element.setAttribute('record-id', '');
    await until(() => all('acme-template-form').length === 0);
  });

  it('says so where the record that a deep link names is gone', async () => {
    document.body.append(document.createElement('main'));
    const gone = Object.assign(new Error('x'), { status: 404, code: 'template.not_found', details: [] });
    const answers = { 'templates.get': () => Promise.reject(gone) };
    staged = stage({ widget: 'template-list', sample: { permissions: ['template.read'], answers } });
    await until(() => rows() > 0);
    staged.element.setAttribute('record-id', 'tpl_gone');
    await shows('is gone, or you may not see it');
    staged.element.setAttribute('record-id', '');
    await until(() => all('acme-banner').length === 0);
  });

  it('gives the focus back when its form is done, and keeps it in the rows when their bar goes', async () => {
    await show();
    const inner = (label: string) => findDeep(offered(label)?.shadowRoot as ShadowRoot, 'button');
    inner('New template').focus();
    press('New template');
    await until(() => all('dialog:modal').length === 1);
    all('acme-template-form')[0]?.dispatchEvent(new CustomEvent('saved', { detail: {} }));
    await until(() => all('acme-template-form').length === 0);
    await until(() => inner('New template').matches(':focus'));
    all('.line[data-index="0"] input')[0]?.click();
    await shows('1 selected');
    inner('Archive').focus();
    press('Archive');
    await until(() => all('.line[data-index="0"]')[0]?.matches(':focus') === true);
  });
});

describe('a form of a record', () => {
  afterEach(() => {
    staged.instance.destroy();
    document.querySelector('main')?.remove();
  });

  const write = async (): Promise<void> => {
    await show();
    press('New template');
    await until(() => all('acme-template-form').length === 1);
    await until(() => all('input').some((one) => one.closest('acme-input') ?? true));
    const name = findDeep(root(), 'acme-input[name="name"]', 'input');
    (name as HTMLInputElement).value = 'Half written';
    name.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    await rest();
  };
  const escape = (): void =>
    void all('dialog[open]')
      .at(-1)
      ?.dispatchEvent(new Event('cancel', { cancelable: true }));

  it('asks before it throws away what was written, and keeps it when told to', async () => {
    await write();
    escape();
    await until(() => offered('Keep writing'));
    press('Keep writing');
    await until(() => !offered('Keep writing'));
    expect(findDeep<HTMLInputElement>(root(), 'acme-input[name="name"]', 'input').value).to.equal('Half written');
    escape();
    await until(() => offered('Discard'));
    press('Discard');
    await until(() => all('acme-template-form').length === 0);
  });
});
