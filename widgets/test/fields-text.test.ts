import { expect } from '@open-wc/testing';
import type { WidgetName } from '@tabard/contract';
import { CodeField } from '../src/kit/code-field.ts';
import type { Input } from '../src/kit/input.ts';
import { fitsRichText } from '../src/kit/rich-text-fits.ts';
import { RichText } from '../src/kit/rich-text.ts';
import type { Menu } from '../src/kit/menu.ts';
import type { TagInput } from '../src/kit/tag-input.ts';
import { stage } from './stage.ts';
import { settled, inner, pasting, press, add, type, editorOf } from './field-stage.ts';
import { settle } from './stories/settle.ts';
import { everyDeep, findDeep } from './stories/find-deep.ts';
import { rest, until } from './until.ts';

describe('rich text', () => {
  const paste = async (editor: HTMLElement, html: string): Promise<void> => {
    editor.focus();
    editor.dispatchEvent(pasting('text/html', html));
    await rest();
  };

  it('cleans what is pasted down to what a mail needs', async () => {
    const field = await add(RichText);
    await paste(
      await editorOf(field),
      `<style>p{}</style><h1 onclick="x()">Offer</h1><b style="font-weight:normal"><p class="MsoNormal">Hi <i>you</i><script>x()</script></p></b>
       <ul><li>one<li>two</ul><img src=x onerror="x()"><p><a href="javascript:x()">bad</a> <a href="https://example.com" onclick="x()">good</a></p>`,
    );
    expect(field.value.replace(/\s*\n\s*/g, '')).to.equal(
      '<p>Offer</p><p>Hi <em>you</em></p><ul><li>one</li><li>two</li></ul><p>bad <a href="https://example.com">good</a></p>',
    );
    expect(field.text).to.contain('Offer').and.not.to.contain('<');
  });

  it('gives back unchanged what fits, merge fields and all', async () => {
    const body =
      '<p>Hi {{ first_name | default: "there" }},<br>three &lt; four</p><p><br></p><ol><li><strong>a</strong></li></ol><p><a href="{{ website }}">b</a></p>';
    const field = await add(RichText, { value: body });
    const editor = await editorOf(field);
    field.focus();
    field.insert('{{ company }}');
    await settled(field);
    expect(field.value.replace('{{ company }}', '')).to.equal(body);
    expect(editor.querySelectorAll('.merge').length).to.equal(2);
  });

  it('knows what it cannot hold', () => {
    for (const fits of [
      '',
      'a',
      '<p>a<br/>b</p>',
      '<p><a href="https://a.example/?b=1">c</a></p>',
      '<p>Hi {% if company %}you{% endif %}</p>',
      '<p>Hi {% if</p><p>and what follows</p>',
    ])
      expect(fitsRichText(fits), fits).to.equal(true);
    for (const other of [
      '<table></table>',
      '<p class="x">a</p>',
      '{% if a %}<p>b</p>{% endif %}',
      '<p>{% if a <b %}c{% endif %}</p>',
      '<!-- a -->',
      '<a href="x" target="_blank">',
    ])
      expect(fitsRichText(other), other).to.equal(false);
  });

  it('is empty when nothing is written, and takes over what the host sets', async () => {
    const field = await add(RichText, { value: '<p> </p>' });
    await editorOf(field);
    field.insert('a');
    await settled(field);
    field.value = '<p>Other</p>';
    await settled(field);
    expect(inner(field, '.inner').textContent).to.equal('Other');
    field.value = '';
    await settled(field);
    expect([field.value, inner(field, '.inner').hasAttribute('data-empty')]).to.deep.equal(['', true]);
  });

  it('makes links of addresses only', async () => {
    const field = await add(RichText, { value: '<p></p>' });
    await editorOf(field);
    const to = async (address: string): Promise<void> => {
      inner(field, '.to-link').click();
      await rest();
      await type(field.shadowRoot?.querySelector('.address') as Input, address);
      inner(field, '.link form').dispatchEvent(new SubmitEvent('submit', { cancelable: true }));
      await rest();
    };
    await to('javascript:alert(1)');
    expect(field.value).to.equal('<p></p>');
    inner(field, '.link').hidePopover();
    await rest();
    await to('example.com');
    expect(field.value).to.equal('<p><a href="https://example.com">https://example.com</a></p>');
  });
});

describe('code', () => {
  it('numbers its lines, keeps indentation and moves lines in and out, and can undo it', async () => {
    const field = await add(CodeField, { value: 'a\n  b', rows: 2 });
    const area = inner(field, 'textarea');
    area.focus();
    area.setSelectionRange(5, 5);
    await press(area, 'Enter');
    expect(field.value).to.equal('a\n  b\n  ');
    area.setSelectionRange(0, field.value.length);
    await press(area, ']', { ctrlKey: true });
    expect(field.value).to.equal('  a\n    b\n    ');
    await press(area, '[', { ctrlKey: true });
    await settled(field);
    expect(field.value).to.equal('a\n  b\n  ');
    expect(inner(field, 'pre').textContent).to.equal('1\n2\n3');
    document.execCommand('undo');
    expect(field.value).to.equal('  a\n    b\n    ');
  });
});

describe('in the product', () => {
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller knows what its selector finds
  const deep = async <T extends HTMLElement>(root: ParentNode, selector: string): Promise<T> => {
    await until(() => [...everyDeep(root)].some((element) => element.matches(selector)));
    return findDeep<T>(root, selector);
  };
  const staged = (widget: WidgetName, attributes?: Record<string, string>): ReturnType<typeof stage> => {
    if (!document.querySelector('main')) document.body.append(document.createElement('main'));
    return stage({ widget, attributes });
  };

  it('a step starts from a template and gets its own words back', async () => {
    const { element, instance } = staged('campaign-editor', { 'campaign-id': 'cmp_4' });
    await customElements.whenDefined('acme-campaign-editor');
    const root = element.shadowRoot as ShadowRoot;
    const field = await deep<RichText>(root, 'acme-rich-text');
    await deep(root, 'acme-rich-text .inner, .inner');
    const before = field.value;
    const menu = await deep<Menu>(root, '.tools acme-menu.push');
    menu.dispatchEvent(new CustomEvent('choose', { detail: 'tpl_0' }));
    await until(() => field.value.includes('Worth fifteen minutes?'));
    expect(field.value).not.to.equal(before);
    (await deep(root, '.undo acme-button')).click();
    await until(() => field.value === before);
    element.remove();
    instance.destroy();
  });

  it('a lead keeps its tags, and is not sent while its address is none', async () => {
    const { element, instance, sample } = staged('lead-table');
    await customElements.whenDefined('acme-lead-table');
    const root = element.shadowRoot as ShadowRoot;
    (await deep(root, '.body .line')).click();
    const drawer = await deep(root, 'acme-lead-form:defined');
    const tags = await deep<TagInput>(drawer.shadowRoot as ShadowRoot, 'acme-tag-picker');
    const email = await deep<Input>(drawer.shadowRoot as ShadowRoot, 'acme-input[type=email]');
    const save = await deep(drawer.shadowRoot as ShadowRoot, 'acme-button[slot=footer][variant=primary]');
    await type(tags, 'harbours,');
    await type(email, 'nobody');
    save.click();
    await settled(email);
    expect(sample.calls.some(({ name }) => name === 'leads.update')).to.equal(false);
    expect(email.matches(':state(invalid)')).to.equal(true);
    await type(email, 'lena@brandt.example');
    save.click();
    await rest();
    expect(
      (sample.calls.find(({ name }) => name === 'leads.update')?.input as { tags: string[] } | undefined)?.tags,
    ).to.include('harbours');
    element.remove();
    instance.destroy();
  });

  it('a strict host sees not one report while a mail is written, pasted into and linked', async () => {
    const frame = document.createElement('iframe');
    Object.assign(frame, { src: '/widgets/test/strict-page.html', width: '1200', height: '900' });
    const ready = new Promise((resolve) => addEventListener('message', resolve, { once: true }));
    document.body.append(frame);
    await ready;
    const page = frame.contentWindow as Window & { reports: string[]; stage: typeof stage } & typeof globalThis;
    const { element } = page.stage({ widget: 'campaign-editor', prefix: 'acme' });
    const root = element.shadowRoot ?? page.document;
    const subject = await deep<HTMLElement>(root, '.inner[aria-multiline=false]');
    subject.dispatchEvent(pasting('text/plain', 'For {{ company }}', page));
    await until(() => subject.querySelector('.chip')?.textContent === 'Company');
    const editor = await deep<HTMLElement>(root, '.inner[aria-multiline=true]');
    editor.focus();
    const pasted = '<p style="color:red" onclick="x()">Hi <b>you</b></p><img src=x onerror="x()"><script>x()</script>';
    editor.dispatchEvent(pasting('text/html', pasted, page));
    (await deep(element.shadowRoot ?? page.document, '.to-link')).click();
    (await deep<HTMLElement>(element.shadowRoot ?? page.document, 'acme-time-field')).shadowRoot
      ?.querySelector('input')
      ?.click();
    await until(() => editor.innerHTML.includes('<strong>you</strong>'));
    await settle(page.document);
    expect(page.reports.filter((report) => !report.includes('__web-dev-server'))).to.deep.equal([]);
    frame.remove();
  });
});
