import type { NounForms } from './noun-forms.ts';

/** The files of an element that shows one thing: path from the root to its text. Shaped after `outreach/mailbox-list`. */
export function widgetFiles(noun: NounForms, area: string): Record<string, string> {
  const { kebab } = noun;
  return {
    [`widgets/src/${area}/${kebab}/${kebab}.ts`]: element(noun),
    [`widgets/test/${kebab}.test.ts`]: test(noun),
    [`widgets/test/scenes/${kebab}.scenes.ts`]: scenes(noun),
    [`docs-site/src/content/docs/guides/${kebab}.md`]: page(noun),
  };
}

const element = ({
  camel,
  pascal,
  kebab,
  snake,
  plural,
  words,
}: NounForms): string => `import { msg } from '@lit/localize';
import type { ${pascal} } from '@tabard/contract';
import { css, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { html } from '../../core/html.ts';
import { Query } from '../../core/query.ts';
import { Widget, widgetParts } from '../../core/widget.ts';

/**
 * TODO: what a ${words} shows and what one does with it, in one sentence.
 *
 * @summary A ${words}.
 * @slot header - Content above the ${words}.
 * @event load - The element is ready.
 * @event {CustomEvent<Failure>} load-error - The ${words} could not be loaded.
 * @csspart root - The whole element.
 */
export class ${pascal}View extends Widget {
  static override tag = '${kebab}';
  static override widgetName = '${kebab}' as const;
  static override permission = '${snake}.read' as const;
  static override uses = widgetParts;
  static override styles = [
    Widget.styles,
    css\`
      .panel {
        padding: var(--_card-padding);
      }
    \`,
  ];
  /** The ${words} to show: the target of a deep link. */
  @property({ attribute: '${kebab}-id' }) ${camel}Id = '';

  readonly #${camel} = new Query<${pascal}>(this, {
    key: () => (this.${camel}Id ? ['${plural}', 'get', this.${camel}Id] : null),
    ask: (session) => session.client.${plural}.get({ id: this.${camel}Id }),
    onFailure: this.onFailure,
  });

  protected override view(): TemplateResult {
    if (!this.${camel}Id) {
      return html\`<div class="panel"><x-empty heading=\${msg('Nothing is chosen')}></x-empty></div>\`;
    }
    return html\`\${this.show(this.#${camel}, ({ name, createdAt }) => html\`<section class="panel">
      <h1>\${name}</h1>
      <p class="caption">\${this.format.relative(createdAt)}</p>
    </section>\`)}\`;
  }
}
`;

const test = ({ camel, kebab, snake, plural, words }: NounForms): string => `import { expect } from '@open-wc/testing';
import { stage } from './stage.ts';

async function until(seen: () => boolean): Promise<void> {
  while (!seen()) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('${words}', () => {
  it('shows the one that the host names, asked for once', async () => {
    document.body.append(document.createElement('main'));
    const { element, instance, sample } = stage({
      widget: '${kebab}',
      attributes: { '${kebab}-id': '${camel}_0' },
      sample: { permissions: ['${snake}.read'] },
    });
    await until(() => element.shadowRoot?.querySelector('h1')?.textContent === 'First');
    expect(sample.calls.filter(({ name }) => name === '${plural}.get')).to.have.length(1);
    instance.destroy();
    document.querySelector('main')?.remove();
  });
});
`;

const scenes = ({ camel, kebab }: NounForms): string => `import type { Scene } from './scene.ts';
import { usualScenes } from './show-widget.ts';

export const scenes: readonly Scene[] = usualScenes('${kebab}', { '${kebab}-id': '${camel}_0' });
`;

const page = ({ kebab, words }: NounForms): string => `---
title: Embed a ${words}
description: TODO what the ${words} element is for.
---

TODO when one puts it on a page, and beside what.

\`\`\`html
<acme-${kebab} ${kebab}-id="…"></acme-${kebab}>
\`\`\`

Its attributes, events and parts are in the [reference](/reference/elements/${kebab}/).
`;
