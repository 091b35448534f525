import type { Lead } from '@tabard/contract';
import type { CustomField } from '@tabard/contract/crm/custom-field';
import { html } from '../../base/html.ts';
import type { Format } from '../../core/format.ts';
import { Badge } from '../../kit/badge.ts';
import type { Column } from '../../kit/table-layout.ts';
import { customWords } from './custom-words.ts';

/** What the cells are made of. */
export const columnParts = [Badge] as const;

/** A column for each field of the workspace's own, for readers who want it. */
export const customColumns = (fields: readonly CustomField[], format: Format): readonly Column<Lead>[] =>
  fields.map((field) => ({
    id: `custom.${field.key}`,
    label: field.label,
    width: 'minmax(120px, 1fr)',
    gives: 2,
    extra: true,
    ...(field.type === 'number' || field.type === 'money' ? { align: 'end' as const } : {}),
    cell: ({ custom }) => {
      const value = Object.hasOwn(custom, field.key) ? custom[field.key] : undefined;
      return value === undefined ? '' : html`<span class="cut">${customWords(field, value, format)}</span>`;
    },
  }));
