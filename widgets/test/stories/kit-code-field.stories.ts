import { html } from '../../src/base/html.ts';
import { CodeField } from '../../src/kit/code-field.ts';
import type { Story } from './story.ts';
import { primitiveStory } from './show-primitive.ts';

const of = 'kit-code-field';
const uses = [CodeField];
const SOURCE = `<p>Hi {{ first_name | default: "there" }},</p>
{% if company %}
  <p>saw that {{ company }} ships twice a week from Rotterdam and that the second one often leaves half empty.</p>
{% endif %}
<p>Worth fifteen minutes?</p>`;

export const stories: readonly Story[] = [
  primitiveStory({
    of,
    state: 'filled',
    uses,
    content: () =>
      html`<x-code-field class="wide" label="HTML" .value=${SOURCE} hint="Liquid tags work here."></x-code-field>`,
  }),
  primitiveStory({
    of,
    state: 'empty',
    uses,
    content: () => html`<x-code-field class="wide" label="HTML" rows="4" placeholder="<p>Hello</p>"></x-code-field>`,
  }),
  primitiveStory({
    of,
    state: 'invalid',
    uses,
    content: () =>
      html`<x-code-field
        class="wide"
        label="HTML"
        rows="3"
        value="{% if company %}"
        error="The tag if on line 1 is not closed."
      ></x-code-field>`,
  }),
  primitiveStory({
    of,
    state: 'disabled',
    uses,
    content: () => html`<x-code-field class="wide" label="HTML" rows="3" value="<p>Hello</p>" disabled></x-code-field>`,
  }),
];
