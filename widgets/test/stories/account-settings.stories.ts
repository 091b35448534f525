import { ALL } from '../sample-records.ts';
import { doubted, guarded, readdressed } from '../sample-account.ts';
import { until } from '../until.ts';
import { settle } from './settle.ts';
import type { Story } from './story.ts';
import { usualStories, widgetStory } from './show-widget.ts';

const widget = 'account-settings' as const;
const sample = { permissions: ALL, hasAccount: true };
const unconfirmed = Object.assign(new Error('Confirm first that it is you.'), {
  status: 409,
  code: 'auth.confirmation_required',
});
const refuse = () => Promise.reject(unconfirmed);
const rootOf = (element: Element) => element.shadowRoot as ShadowRoot;

/** Presses the button of a section; sections are counted from 0. */
async function press(element: Element, section: number, button = 0): Promise<void> {
  const buttons = rootOf(element).querySelectorAll('section')[section]?.querySelectorAll<HTMLElement>('acme-button');
  buttons?.[button]?.click();
  await settle(rootOf(element));
}

const inDialog = (element: Element, selector: string) =>
  rootOf(element).querySelector('acme-account-tasks')?.shadowRoot?.querySelector<HTMLInputElement>(selector);

/** Presses the button of the dialog. */
async function go(element: Element): Promise<void> {
  inDialog(element, '[slot=footer]')!.click();
  await settle(rootOf(element));
}

async function fill(element: Element, value: string): Promise<void> {
  await until(() => inDialog(element, 'acme-input'));
  const field = inDialog(element, 'acme-input')!;
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await settle(rootOf(element));
}

export const stories: readonly Story[] = [
  ...usualStories(widget, undefined, sample),
  widgetStory({ widget, state: 'no-account', sample: { permissions: ALL } }),
  widgetStory({
    widget,
    state: 'required',
    sample: { ...sample, answers: { 'account.get': () => guarded(true) } },
  }),
  widgetStory({
    widget,
    state: 'another-address',
    sample: { ...sample, answers: { 'account.get': readdressed } },
  }),
  widgetStory({ widget, state: 'editing-the-profile', sample, play: ({ element }) => press(element, 0) }),
  widgetStory({ widget, state: 'changing-the-address', sample, play: ({ element }) => press(element, 1) }),
  widgetStory({ widget, state: 'changing-the-password', sample, play: ({ element }) => press(element, 1, 1) }),
  widgetStory({
    widget,
    state: 'setting-up',
    sample: { ...sample, empty: true },
    play: ({ element }) => press(element, 2),
  }),
  widgetStory({
    widget,
    state: 'recovery-codes',
    sample: { ...sample, empty: true },
    play: async ({ element }) => {
      await press(element, 2);
      await fill(element, '123456');
      await go(element);
    },
  }),
  widgetStory({
    widget,
    state: 'confirming',
    sample: { ...sample, answers: { 'account.setUpSecondFactor': refuse } },
    play: ({ element }) => press(element, 2),
  }),
  widgetStory({
    widget,
    state: 'turning-off',
    sample,
    play: ({ element }) => press(element, 2, 1),
  }),
  widgetStory({
    widget,
    state: 'passkeys-elsewhere',
    sample: { ...sample, answers: { 'account.get': doubted } },
  }),
  widgetStory({
    widget,
    state: 'adding-a-passkey',
    sample: { ...sample, empty: true },
    play: ({ element }) => press(element, 3),
  }),
  widgetStory({ widget, state: 'adding-an-account', sample, play: ({ element }) => press(element, 4, 1) }),
  widgetStory({ widget, state: 'removing-an-account', sample, play: ({ element }) => press(element, 4) }),
  widgetStory({ widget, state: 'removing-a-passkey', sample, play: ({ element }) => press(element, 3, 1) }),
];
