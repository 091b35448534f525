import { msg, str } from '@lit/localize';
import { css, type TemplateResult } from 'lit';
import { fieldLabel } from '../crm/lead-fields.ts';
import { html } from '../base/html.ts';
import type { FieldName } from '../kit/editor-field.ts';

/** A merge field as people read it. */
export interface ShownField {
  label: string;
  /** What is written where a lead has no value. */
  fallback: string;
  /** What else is done with the value, as it is written. */
  more: string;
  known: boolean;
}

const FIELD = /^\s*([\w.]+)\s*(?:\|\s*default:\s*(?:"([^"]*)"|'([^']*)')\s*)?(?:\|(.*))?$/;
const PLACE = /(\{\{[^{}]*\}\}|\{%[^{}]*?%\})/;
const UNSUBSCRIBE = 'unsubscribe_url';

/** The fields that the platform knows in this workspace; null while nobody has asked, when any custom one may be. */
export type KnownFields = readonly { name: string }[] | null;

/** What stands between the braces of a merge field, as people read it; null for what is no plain field. */
export function shownField(inner: string, known: KnownFields = null): ShownField | null {
  const [, name = '', one, other, more = ''] = FIELD.exec(inner) ?? [];
  if (!name) return null;
  const custom = /^custom\.(\w+)$/.exec(name)?.[1]?.replaceAll('_', ' ');
  const label =
    name === UNSUBSCRIBE
      ? msg('Unsubscribe link')
      : (fieldLabel(name) ?? (custom && custom.charAt(0).toUpperCase() + custom.slice(1)));
  return {
    label: label || name,
    fallback: one ?? other ?? '',
    more: more.trim(),
    known: Boolean(label) && (!custom || !known || known.some((one) => one.name === name)),
  };
}

/** What a pointer that rests on a field reads. */
const fieldHint = ({ label, fallback, known }: ShownField): string => {
  if (!known) return msg(str`“${label}” is no merge field. Choose one from the menu.`);
  return fallback ? msg(str`${label}, or “${fallback}” where it is empty`) : label;
};

const namers = new WeakMap<object, FieldName>();
/** Stands for fields that nobody has asked for. */
const ANY = {};

/** How editors show merge fields: another function for other fields, so that they look again. */
export function fieldNamer(known: KnownFields): FieldName {
  const kept = namers.get(known ?? ANY);
  if (kept) return kept;
  const nameOf: FieldName = (inner) => {
    const field = shownField(inner, known);
    if (!field) return null;
    const label = field.more ? `${field.label} | ${field.more}` : field.label;
    return { label, hint: fieldHint(field), known: field.known };
  };
  namers.set(known ?? ANY, nameOf);
  return nameOf;
}

/** A piece of a text that is no plain words: what is read in its place, and what a pointer that rests on it reads. */
export interface MergePart {
  looks: string;
  words: string;
  hint: string;
  unknown: boolean;
}

/** The pieces of a text with merge fields. */
export const mergeParts = (text: string, known: KnownFields): (string | MergePart)[] =>
  text.split(PLACE).map((part, at) => {
    if (at % 2 === 0) return part;
    if (part.startsWith('{%')) return { looks: 'condition badge', words: '…', hint: part, unknown: false };
    const field = shownField(part.slice(2, -2), known);
    const unknown = field?.known === false;
    return {
      looks: `field badge ${unknown ? 'unknown danger' : 'accent'}`,
      words: field?.label ?? part.slice(2, -2).trim(),
      hint: field ? fieldHint(field) : part,
      unknown,
    };
  });

/** What says in words that a field is unknown, for who does not see it. */
export const unknownWords = (): string => ` (${msg('unknown field')})`;

/**
 * A text with merge fields, to be read in one line: its fields by their names, its conditions as a sign that there is one. Where badges
 * have looks, such as in rows of tables, fields wear those.
 */
export const mergeText = (text: string, known: KnownFields = null): (string | TemplateResult)[] =>
  mergeParts(text, known).map((part) =>
    typeof part === 'string'
      ? part
      : html`<span class=${part.looks} title=${part.hint}
          >${part.words}${part.unknown ? html`<span class="visually-hidden">${unknownWords()}</span>` : ''}</span
        >`,
  );

/** Looks of the fields in such a text. */
export const mergeTextStyles = css`
  .field,
  .condition {
    padding: 0 4px;
    border-radius: var(--_radius-small);
    background: var(--_accent-soft);
    color: var(--_accent-text);
    font-weight: var(--_font-weight-medium);
    white-space: nowrap;
  }
  .field.unknown {
    background: var(--_danger-soft);
    color: var(--_danger-text);
  }
  .condition {
    background: var(--_sunken);
    color: var(--_text-muted);
  }
  @media (forced-colors: active) {
    .field {
      border: 1px solid;
    }
  }
`;
