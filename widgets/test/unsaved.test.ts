import { expect } from '@open-wc/testing';
import { textIsWhole } from '../src/outreach/text-is-whole.ts';
import { byText, words } from './look-inside.ts';
import { everyDeep, findDeep } from './stories/find-deep.ts';
import type { Staging } from './stage.ts';
import { onPage, place, showWidget } from './stage-shown.ts';
import { rest, until } from './until.ts';

onPage();

/** Whether the browser would ask before the page is closed. */
const asks = (): boolean => !dispatchEvent(new Event('beforeunload', { cancelable: true }));
const type = async (field: HTMLInputElement | HTMLTextAreaElement, text: string): Promise<void> => {
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await rest();
};
const answer = (root: ParentNode): HTMLTextAreaElement => findDeep<HTMLTextAreaElement>(root, 'textarea');
const title = (root: ParentNode): HTMLInputElement => findDeep<HTMLInputElement>(root, 'input.title');
const has = (root: ParentNode, selector: string): boolean => [...everyDeep(root)].some((one) => one.matches(selector));

describe('an answer that is not sent', () => {
  const inbox: Staging = { widget: 'inbox', attributes: { 'conversation-id': 'cnv_0' } };

  it('is there again in another thread and back, and where the page is loaded anew', async () => {
    const { root, element, instance } = await showWidget(inbox);
    await type(answer(root), 'Thursday at ten');
    expect(asks()).to.equal(true);
    (element as HTMLElement & { conversationId: string }).conversationId = 'cnv_1';
    await until(() => answer(root).value === '');
    expect(asks()).to.equal(false);
    element.remove();
    const again = instance.create('inbox');
    again.setAttribute('conversation-id', 'cnv_0');
    place(again);
    await until(() => again.shadowRoot && has(again.shadowRoot, 'textarea'));
    expect(answer(again.shadowRoot!).value).to.equal('Thursday at ten');
  });

  it('is forgotten once it is sent', async () => {
    const { root } = await showWidget(inbox);
    await type(answer(root), 'Thursday at ten');
    findDeep(root, '.composer acme-button[variant=primary]').click();
    await until(() => answer(root).value === '');
    expect([asks(), sessionStorage.length]).to.deep.equal([false, 0]);
  });

  it('is seen in no other workspace, and by nobody after a sign-out', async () => {
    const { root, element, instance } = await showWidget(inbox);
    await type(answer(root), 'Thursday at ten');
    const [key = ''] = Object.keys(sessionStorage);
    expect(key).to.contain('wsp_1').and.to.contain('usr_1');
    element.remove();
    instance.logout();
    expect(Object.keys(sessionStorage)).to.deep.equal([]);
  });
});

describe('a campaign that is not saved', () => {
  const saved: Staging = { widget: 'campaign-editor', attributes: { 'campaign-id': 'cmp_4' } };

  it('is there again after the page was loaded anew, until it is discarded', async () => {
    const { root, element, instance } = await showWidget(saved);
    const before = title(root).value;
    await type(title(root), 'Half written');
    expect(asks()).to.equal(true);
    element.remove();
    expect(asks()).to.equal(false);
    const again = instance.create('campaign-editor');
    again.setAttribute('campaign-id', 'cmp_4');
    place(again);
    await until(() => again.shadowRoot && has(again.shadowRoot, 'input.title'));
    const second = again.shadowRoot!;
    expect(title(second).value).to.equal('Half written');
    expect(words(second)).to.contain('Unsaved changes');
    byText(second, 'button', 'Discard').click();
    await until(() => title(second).value === before);
    expect([asks(), sessionStorage.length]).to.deep.equal([false, 0]);
  });

  it('is forgotten once it is saved', async () => {
    const { root } = await showWidget(saved);
    await type(title(root), 'Written');
    byText(root, 'button', 'Save').click();
    await until(() => !words(root).includes('Unsaved changes'));
    expect([asks(), sessionStorage.length]).to.deep.equal([false, 0]);
  });
});

describe('a form that was changed', () => {
  const name = (root: ParentNode): HTMLInputElement =>
    findDeep<HTMLInputElement>(findDeep(root, 'acme-input[name="name"]').shadowRoot!, 'input');
  const open = async () => {
    const shown = await showWidget({ widget: 'template-list', attributes: { 'record-id': 'tpl_0' } });
    await until(() => has(shown.root, 'acme-input[name="name"]'));
    await rest();
    await type(name(shown.root), 'Half written');
    return shown;
  };

  it('asks before the page is closed, and no more once it was closed itself', async () => {
    const { root } = await open();
    expect(asks()).to.equal(true);
    findDeep(root, 'acme-dialog')
      .shadowRoot!.querySelector('dialog')!
      .dispatchEvent(new Event('cancel', { cancelable: true }));
    await until(() => words(root).includes('Discard what you wrote?'));
    byText(root, 'button', 'Discard').click();
    await until(() => !has(root, 'acme-template-form'));
    expect(asks()).to.equal(false);
  });

  it('stays open where the browser closes it without asking, as at a second Escape', async () => {
    const { root } = await open();
    const dialog = findDeep(root, 'acme-dialog').shadowRoot!.querySelector('dialog')!;
    dialog.close();
    await until(() => dialog.open);
    expect(name(root).value).to.equal('Half written');
    expect(words(root)).to.contain('Discard what you wrote?');
  });

  it('keeps what was written when somebody else changes the record', async () => {
    const { root, sample } = await open();
    const asked = (): number => sample.calls.filter(({ name: call }) => call === 'templates.get').length;
    const before = asked();
    sample.emit({ id: 'e1', type: 'template.updated', at: '', data: { templateId: 'tpl_0' } } as never);
    await until(() => asked() > before);
    await rest();
    expect(name(root).value).to.equal('Half written');
  });
});

describe('a text of a mail', () => {
  it('stays in the editor it is written in, whatever is typed', async () => {
    const { root } = await showWidget({ widget: 'template-list', attributes: { 'record-id': 'tpl_0' } });
    await until(() => has(root, 'acme-rich-text'));
    const editor = findDeep<HTMLElement & { insert(text: string): void; value: string }>(root, 'acme-rich-text');
    await until(() => editor.shadowRoot?.querySelector('.inner'));
    editor.insert('{% if company > 3 %}and more');
    await rest();
    expect(has(root, 'acme-rich-text')).to.equal(true);
    expect(editor.value).to.contain('{% if company > 3 %}and more');
  });

  it('loses nothing of what follows a condition that is not closed', async () => {
    const { root } = await showWidget({ widget: 'template-list', attributes: { 'record-id': 'tpl_0' } });
    await until(() => has(root, 'acme-rich-text'));
    const editor = findDeep<HTMLElement & { insert(text: string): void; value: string }>(root, 'acme-rich-text');
    await until(() => editor.shadowRoot?.querySelector('.inner'));
    editor.value = '<p>{% if a</p><p>3 &lt;b and {% endif %} more</p>';
    await rest();
    editor.insert('x');
    await until(() => editor.value.includes('x'));
    expect(editor.value.replace('x', '')).to.equal('<p>{% if a</p><p>3 &lt;b and {% endif %} more</p>');
  });

  it('names its merge fields, says which there are not, and shows one as it is written to whoever writes in it', async () => {
    const { root } = await showWidget({ widget: 'template-list', attributes: { 'record-id': 'tpl_0' } });
    await until(() => has(root, 'acme-rich-text'));
    const editor = findDeep<HTMLElement & { value: string }>(root, 'acme-rich-text');
    await until(() => editor.shadowRoot?.querySelector('.inner'));
    editor.value = '<p>Hi {{ first_name | default: "there" }}, {{ frist_name }}</p>';
    const fields = (): HTMLElement[] => [...editor.shadowRoot!.querySelectorAll<HTMLElement>('.merge')];
    await until(() => fields().length === 2 && fields().every((one) => one.classList.contains('named')));
    const [known, unknown] = fields();
    expect([known?.dataset['label'], known?.title]).to.deep.equal([
      'First name',
      'First name, or “there” where it is empty',
    ]);
    expect(unknown?.classList.contains('unknown')).to.equal(true);
    expect(unknown?.title).to.contain('“frist_name” is no merge field.');
    expect(known?.textContent).to.equal('{{ first_name | default: "there" }}');
  });

  it('is whole when all that it opens is closed', () => {
    for (const text of [
      '',
      'Hi {{ first_name | default: "there" }}',
      '{% if a %}x{% else %}y{%- endif -%}',
      '100 % {of} it',
      '{{ custom.lane | upcase }} {{ a or b }} {{ company }}',
      '{% case a %}{% when 1 %}x{% else %}y{% endcase %}',
    ])
      expect(textIsWhole(text), text).to.equal(true);
    for (const text of [
      '{{ first_name',
      '{% if a %}x',
      'x{% endif %}',
      '{% for a in b %}{% endif %}',
      'a {% b',
      'a %} b',
      '{{ }}',
      '{{ first name }}',
      '{{ | default: "x" }}',
      '{% iff a %}x',
    ])
      expect(textIsWhole(text), text).to.equal(false);
  });
});
