import { toSay, type NounForms } from './noun-forms.ts';

/** The files of a noun's list in the browser: path from the root to its text. Shaped after `outreach/template-list`. */
export function widgetFiles(noun: NounForms, area: string): Record<string, string> {
  const { kebab } = noun;
  const room = `widgets/src/${area}/${kebab}-list`;
  return {
    [`${room}/${kebab}-list.ts`]: list(noun, area),
    [`${room}/${kebab}-form.ts`]: form(noun, area),
    [`widgets/test/stories/${kebab}-list.stories.ts`]: stories(noun),
  };
}

const list = (
  { pascal, kebab, snake, plural, words, pluralWords }: NounForms,
  area: string,
): string => `import { msg } from '@lit/localize';
import type { ${pascal} } from '@tabard/contract/${area}/${kebab}';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import { RecordList, type FormEnds, type ListWords, type RecordArea } from '../../core/record-list.ts';
import type { Session } from '../../core/session.ts';
import type { Column } from '../../kit/table-layout.ts';

/**
 * ${toSay(`what one does with ${pluralWords}`)}
 *
 * @summary The list of ${pluralWords}.
 */
export class ${pascal}List extends RecordList<${pascal}> {
  static override tag = '${kebab}-list';
  static override widgetName = '${kebab}-list' as const;
  static override permission = '${snake}.read' as const;
  protected override readonly area = '${plural}';
  protected override readonly writePermission = '${snake}.write';

  protected override procedures({ client }: Session): RecordArea<${pascal}> {
    return client.${plural};
  }

  protected override words(): ListWords {
    return {
      heading: msg('${capital(pluralWords)}'),
      search: msg('Search ${pluralWords}'),
      add: msg('New ${words}'),
      none: msg('No ${pluralWords} yet'),
      purpose: msg('Add the first one to begin.'),
      noMatch: msg('No ${words} matches'),
      saved: msg('${capital(words)} saved'),
    };
  }

${columns(pascal)}
  protected override card(row: ${pascal}): TemplateResult {
    return html\`<span class="strong">\${row.name}</span>\`;
  }

  protected override async loadForm() {
    return (await import('./${kebab}-form.ts')).${pascal}Form;
  }

  protected override formView(session: Session, record: ${pascal} | null, { close, saved }: FormEnds): TemplateResult {
    return html\`<x-${kebab}-form .session=\${session} .record=\${record} open @close=\${close} @saved=\${saved}></x-${kebab}-form>\`;
  }
}
`;

const columns = (pascal: string): string => `  protected override allColumns(): Column<${pascal}>[] {
    return [
      {
        id: 'name',
        label: msg('Name'),
        width: 'minmax(200px, 1fr)',
        cell: (row) => html\`<span class="strong cut">\${row.name}</span>\`,
      },
      {
        id: 'updated',
        label: msg('Changed'),
        width: '130px',
        align: 'end',
        cell: (row) => html\`<span class="muted">\${this.format.relative(row.updatedAt)}</span>\`,
      },
    ];
  }
`;

const form = (
  { pascal, kebab, snake, plural, words }: NounForms,
  area: string,
): string => `import { msg } from '@lit/localize';
import type { ${pascal} } from '@tabard/contract/${area}/${kebab}';
import { html } from '../../base/html.ts';
import { RecordForm } from '../../core/record-form.ts';

type Values = Pick<${pascal}, 'name'>;

/**
 * One ${words} in a drawer: read it, change it, or make a new one.
 */
export class ${pascal}Form extends RecordForm<${pascal}, Values> {
  static override tag = '${kebab}-form';
  protected override readonly permission = '${snake}.write';
  protected override readonly area = '${plural}';

  protected override heading(): string {
    return this.record?.name ?? msg('New ${words}');
  }

  protected override saveLabel(): string {
    return this.record ? msg('Save changes') : msg('Add ${words}');
  }

  protected override store({ name = '' }: Partial<Values>): Promise<${pascal}> {
    const { ${plural} } = this.session.client;
    return this.record ? ${plural}.update({ id: this.record.id, name }) : ${plural}.create({ name });
  }

  protected override content(): unknown {
    return html\`<form novalidate @submit=\${this.save}>
      \${this.text('name', { label: msg('Name'), required: true, max: 200 })}
    </form>\`;
  }
}
`;

const stories = ({ kebab, plural, camel }: NounForms): string => `import { ago } from '../sample-records.ts';
import { findDeep } from './find-deep.ts';
import type { Story } from './story.ts';
import { usualStories, widgetStory } from './show-widget.ts';

const widget = '${kebab}-list' as const;
const one = (at: number) => ({
  id: \`${camel}_\${at}\`,
  name: ['First', 'Second', 'Third'][at] ?? '',
  createdAt: ago(60),
  updatedAt: ago(at * 60),
  archivedAt: null,
});
const answers = {
  '${plural}.list': () => ({ items: [one(0), one(1), one(2)], nextCursor: null }),
  '${plural}.get': () => one(0),
};

export const stories: readonly Story[] = [
  ...usualStories(widget, {}, { answers }),
  widgetStory({
    widget,
    state: 'open',
    sample: { answers },
    play: ({ element }) => findDeep(element.shadowRoot as ShadowRoot, '.line[data-index="0"]').click(),
  }),
];
`;

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
