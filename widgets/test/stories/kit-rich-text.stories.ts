import { html } from '../../src/base/html.ts';
import { RichText } from '../../src/kit/rich-text.ts';
import { until } from '../until.ts';
import { findDeep } from './find-deep.ts';
import type { Story } from './story.ts';
import { primitiveStory } from './show-primitive.ts';

const of = 'kit-rich-text';
const uses = [RichText];
const BODY = `<p>Hi {{ first_name | default: "there" }},</p><p>three things about <strong>{{ company }}</strong>:</p>
<ul><li>two sailings a week</li><li>the second leaves <em>half empty</em></li></ul><p>More on <a href="https://example.com">our page</a>.</p>`;
/** The editor's code comes by itself. */
const editor = (root: ShadowRoot): Promise<void> =>
  until(() => findDeep(root, 'acme-rich-text').shadowRoot?.querySelector('.inner'));

export const stories: readonly Story[] = [
  primitiveStory({
    of,
    state: 'filled',
    uses,
    content: () => html`<x-rich-text class="wide" label="Text" .value=${BODY}></x-rich-text>`,
    play: editor,
  }),
  primitiveStory({
    of,
    state: 'empty',
    uses,
    content: () => html`<x-rich-text class="wide" label="Text" placeholder="Write to Lena"></x-rich-text>`,
    play: editor,
  }),
  primitiveStory({
    of,
    state: 'link',
    uses,
    content: () => html`<x-rich-text class="wide" label="Text" .value=${BODY}></x-rich-text>`,
    play: async (root) => {
      await editor(root);
      findDeep(root, 'acme-rich-text', '.to-link').click();
    },
  }),
  primitiveStory({
    of,
    state: 'invalid',
    uses,
    content: () => html`<x-rich-text class="wide" label="Text" rows="3" required></x-rich-text>`,
    play: async (root) => {
      await editor(root);
      findDeep<RichText>(root, 'acme-rich-text').showValidity();
    },
  }),
  primitiveStory({
    of,
    state: 'disabled',
    uses,
    content: () => html`<x-rich-text class="wide" label="Text" rows="3" value="<p>Hello</p>" disabled></x-rich-text>`,
    play: editor,
  }),
];
