import { expect } from '@open-wc/testing';
import { createFormat } from '../src/core/format.ts';
import { byText } from './look-inside.ts';
import { everyDeep } from './stories/find-deep.ts';
import { settle } from './stories/settle.ts';
import { stage as put, type Staged } from './stage.ts';
import { textOf, until } from './until.ts';

const open: Staged[] = [];
const stage: typeof put = (...given) => {
  const staged = put(...given);
  open.push(staged);
  return staged;
};
/** A test that fails must not keep the prefix from the next one. */
afterEach(() => open.splice(0).forEach(({ instance }) => instance.destroy()));

before(async () => {
  document.body.append(document.createElement('main'));
  // Whatever comes first would wait for all code that the others share.
  const { instance } = stage({ widget: 'mailbox-list', locale: 'fr' });
  await instance.preload('lead-table', 'campaign-editor', 'inbox', 'app');
});
afterEach(() => document.querySelector('main')?.replaceChildren());

const SPOKEN = ['aria-label', 'aria-description', 'aria-roledescription', 'placeholder', 'title', 'alt'] as const;

/** Everything that is read or read out, in its order. */
function wordsOf({ element }: Staged): string[] {
  const words: string[] = [];
  for (const one of everyDeep(element.shadowRoot as ShadowRoot)) {
    for (const name of SPOKEN) {
      const said = one.getAttribute(name);
      if (said) words.push(`${name}: ${said}`);
    }
    if (one.matches('style, script')) continue;
    for (const node of one.childNodes)
      if (node.nodeType === Node.TEXT_NODE && node.textContent?.trim()) words.push(node.textContent.trim());
  }
  return words;
}

async function shown(staged: Staged): Promise<Staged> {
  await until(() => staged.element.matches(':state(ready)'));
  await settle(staged.element.shadowRoot as ShadowRoot);
  return staged;
}
const end = ({ element, instance }: Pick<Staged, 'element' | 'instance'>): void => {
  element.remove();
  instance.destroy();
};

describe('a distance in time', () => {
  it('is words in every language, not a sum', () => {
    const now = Date.parse('2026-11-05T12:00:00Z');
    for (const locale of ['en', 'fr', 'es', 'ar', 'de', 'sv', 'ru'])
      for (const seconds of [-120, -7200, -172_800]) {
        const text = createFormat(locale).relative(new Date(now + seconds * 1000).toISOString(), now);
        expect(text, locale).to.match(/\p{L}/u);
        expect(text, locale).not.to.match(/^[-−]/);
      }
  });
});

describe('another language', () => {
  for (const widget of [
    'lead-table',
    'lead-board',
    'campaign-list',
    'campaign-editor',
    'inbox',
    'analytics-overview',
    'mailbox-list',
    'template-list',
    'timeline',
    'app',
  ] as const)
    it(`leaves no text of the one before in ${widget}`, async () => {
      const attributes: Record<string, string> = widget === 'timeline' ? { 'record-id': 'lea_000000' } : {};
      if (widget === 'campaign-editor') attributes['campaign-id'] = 'cmp_0';
      const fresh = await shown(stage({ widget, attributes, locale: 'fr', prefix: 'fresh' }));
      const changed = await shown(stage({ widget, attributes, locale: 'en' }));
      changed.instance.update({ locale: 'fr' });
      // The two were drawn at different times: how long ago something was is no word.
      const read = (one: Staged): string[] => wordsOf(one).map((word) => word.replaceAll(/\d+/g, '0'));
      const alike = (): boolean => read(changed).join() === read(fresh).join();
      // Code that only some states need may still be on its way in either.
      await until(alike).catch(() => undefined);
      expect(read(changed)).to.deep.equal(read(fresh));
      end(fresh);
      end(changed);
    });
});

describe('words', () => {
  it('are those that were asked for last, whichever arrived last, and those of before when they are taken back', async () => {
    const staged = await shown(stage({ widget: 'mailbox-list', locale: 'en' }));
    const heading = (): string => staged.element.shadowRoot?.querySelector('h1')?.textContent?.trim() ?? '';
    staged.instance.update({ locale: 'es' });
    staged.instance.update({ locale: 'fr' });
    staged.instance.update({ locale: 'en', messages: { Mailboxes: 'Senders' } });
    await until(() => heading().startsWith('Senders'));
    await settle(staged.element.shadowRoot as ShadowRoot);
    expect(heading()).to.match(/^Senders/);
    staged.instance.update({ messages: {} });
    await until(() => heading().startsWith('Mailboxes'));
    end(staged);
  });

  it('of what a field misses are in the language of the page and not in that of the browser', async () => {
    const staged = await shown(stage({ widget: 'template-list', locale: 'fr' }));
    const { shadowRoot: root } = staged.element;
    byText(root!, 'button', 'Nouveau modèle').click();
    await until(() => [...everyDeep(root!)].some((one) => one.matches('acme-input[name=name]')));
    await settle(root!);
    byText(root!, 'button', 'Enregistrer le modèle').click();
    await until(() => textOf(staged.element).includes('Remplissez ce champ.'));
    expect(textOf(staged.element)).not.to.contain('fill out');
    end(staged);
  });
});
