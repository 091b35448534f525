import { html } from '../../src/base/html.ts';
import { SearchField } from '../../src/kit/search-field.ts';
import type { Scene } from './scene.ts';
import { primitiveScene } from './show-primitive.ts';

const of = 'kit-search';
const uses = [SearchField];

export const scenes: readonly Scene[] = [
  primitiveScene({
    of,
    state: 'empty',
    uses,
    content: () => html`<x-search label="Search leads"></x-search>`,
  }),
  primitiveScene({
    of,
    state: 'filled',
    uses,
    content: () => html`<x-search label="Search leads" value="Brandt"></x-search>`,
  }),
];
