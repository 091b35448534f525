import { html } from '../../src/base/html.ts';
import { SearchField } from '../../src/kit/search-field.ts';
import type { Story } from './story.ts';
import { primitiveStory } from './show-primitive.ts';

const of = 'kit-search';
const uses = [SearchField];

export const stories: readonly Story[] = [
  primitiveStory({
    of,
    state: 'empty',
    uses,
    content: () => html`<x-search label="Search leads"></x-search>`,
  }),
  primitiveStory({
    of,
    state: 'filled',
    uses,
    content: () => html`<x-search label="Search leads" value="Brandt"></x-search>`,
  }),
];
