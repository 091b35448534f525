import { msg, str } from '@lit/localize';
import type { TreeNode } from '@tabard/contract';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import type { Format } from '../../core/format.ts';
import type { Input } from '../../kit/input.ts';
import type { RadioGroup } from '../../kit/radio-group.ts';
import type { TreeValues } from './carry-out.ts';
import { kindName } from './tree-acts.ts';
import type { TreeTask } from './tree-tasks.ts';

/** What stands in a dialog. */
interface Shape {
  heading: string;
  content: TemplateResult;
  act: string;
  danger?: boolean;
}
interface Around {
  values: TreeValues;
  places: readonly TreeNode[];
  format: Format;
  change: (values: Partial<TreeValues>) => void;
  find: (text: string) => void;
  turn: (kind: TreeTask['kind']) => void;
}
type Told = keyof Omit<TreeValues, 'kind' | 'to'>;

export function shapeOf(task: TreeTask, around: Around): Shape {
  const { node } = task;
  switch (task.kind) {
    case 'create-workspace':
      return {
        heading: msg(str`New workspace in ${node.name}`),
        content: html`${name(around)} ${externalId(around)}`,
        act: msg('Add the workspace'),
      };
    case 'create-organization':
      return organization(node, around);
    case 'rename':
      return { heading: msg(str`Rename ${node.name}`), content: name(around), act: msg('Save') };
    case 'move':
      return move(task, around);
    case 'suspend':
      return suspend(node, around);
    case 'archive':
      return {
        heading: msg(str`Archive ${node.name}?`),
        content: html`<p>
          ${node.organizationId ? msg('Nobody of it or of anything below comes in, and nothing is sent. Nothing is deleted: you can bring it back at any time.') : msg('Nobody of it comes in, and nothing is sent. Nothing is deleted: you can bring it back at any time.')}
        </p>`,
        act: msg('Archive'),
      };
    case 'export':
      return exporting(node, around);
    case 'delete':
      return deleting(node, around);
  }
}

function field(
  { values, change }: Around,
  key: Told,
  label: string,
  more: { hint?: string; optional?: boolean; max: number; first?: boolean; min?: number },
): TemplateResult {
  return html`<x-input
    label=${label}
    hint=${more.hint ?? ''}
    ?required=${!more.optional}
    ?autofocus=${more.first === true}
    minlength=${more.min ?? 0}
    maxlength=${more.max}
    autocomplete="off"
    .value=${values[key]}
    @input=${(event: Event) => change({ [key]: (event.target as Input).value })}
  ></x-input>`;
}
const name = (around: Around) => field(around, 'name', msg('Name'), { max: 120, first: true });
const externalId = (around: Around) =>
  field(around, 'externalId', msg('External id'), {
    max: 200,
    optional: true,
    hint: msg('What your own system calls it, if it does.'),
  });

function organization(node: TreeNode, around: Around): Shape {
  const { values, change } = around;
  return {
    heading: msg(str`New organization in ${node.name}`),
    content: html`<x-input
        label=${msg('Name')}
        required
        autofocus
        maxlength="120"
        autocomplete="off"
        .value=${values.name}
        @input=${(event: Event) => {
          const next = (event.target as Input).value;
          // The short name follows the name until somebody writes their own.
          change({ name: next, ...(values.slug === shortName(values.name) && { slug: shortName(next) }) });
        }}
      ></x-input>
      ${field(around, 'slug', msg('Short name'), { max: 63, hint: msg('Lower-case letters, digits and hyphens; no other organization has it.') })}
      <x-radio-group
        appearance="row"
        label=${msg('What it is')}
        required
        .options=${(['agency', 'vendor'] as const).map((kind) => ({ value: kind, label: kindName(kind) }))}
        .value=${values.kind}
        @change=${(event: Event) => change({ kind: (event.target as RadioGroup).value as TreeValues['kind'] })}
      ></x-radio-group>
      ${externalId(around)}`,
    act: msg('Add the organization'),
  };
}

/** A name as a short one: Latin letters without their marks, digits, hyphens. */
const shortName = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, '');

function move({ node }: TreeTask, { values, places, change, find }: Around): Shape {
  return {
    heading: msg(str`Move ${node.name}`),
    content: html`<p>
        ${msg('It takes over the looks, settings and limits of the organization that it comes below. Whoever manages where it was no longer sees it; its own people stay.')}
      </p>
      <x-search
        class="find"
        label=${msg('Find an organization')}
        @search=${(event: CustomEvent<string>) => find(event.detail)}
      ></x-search>
      ${
        places.length > 0
          ? html`<x-radio-group
              appearance="cards"
              label=${msg('Below which organization')}
              .options=${places.map((place) => ({
                value: place.id,
                label: place.name,
                hint: [kindName(place.kind), ...place.path.map((above) => above.name)].join(' › '),
              }))}
              .value=${values.to}
              @change=${(event: Event) => change({ to: (event.target as RadioGroup).value })}
            ></x-radio-group>`
          : html`<p class="muted" role="status">${msg('There is no organization that it could move below.')}</p>`
      }`,
    act: msg('Move'),
  };
}

function suspend(node: TreeNode, around: Around): Shape {
  return {
    heading: msg(str`Suspend ${node.name}?`),
    content: html`<p>
        ${node.organizationId ? msg('Within five seconds nobody of it or of anything below comes in, and nothing is sent. You still do, and can resume it.') : msg('Within five seconds nobody of it comes in, and nothing is sent. You still do, and can resume it.')}
      </p>
      ${field(around, 'text', msg('Reason'), { max: 500, first: true, hint: msg('For those who may resume it; its own people are not told.') })}`,
    act: msg('Suspend'),
    danger: true,
  };
}

function exporting(node: TreeNode, around: Around): Shape {
  return {
    heading: msg(str`Export ${node.name}`),
    content: html`<p>
        ${msg('You get one file with all of the workspace, from which it can be made again, here or elsewhere. Keep it where nobody else finds it.')}
      </p>
      ${field(around, 'text', msg('Words that open it'), { min: 12, max: 200, first: true, hint: msg('At least twelve characters. They seal the passwords of its mailboxes; whoever makes the workspace again needs the same.') })}`,
    act: msg('Export'),
  };
}

function deleting(node: TreeNode, around: Around): Shape {
  return {
    heading: msg(str`Delete ${node.name}?`),
    content: html`<p>
        ${node.organizationId ? msg('It is archived at once, with everything below it. You can bring it back whole for some time, and are told until when. Then all of it is deleted for good: people, leads, mails, files and logs.') : msg('It is archived at once. You can bring it back whole for some time, and are told until when. Then all of it is deleted for good: people, leads, mails, files and logs.')}
      </p>
      ${
        node.workspaceId
          ? html`<div>
              <x-button size="small" icon="download" @click=${() => around.turn('export')}
                >${msg('Export it first')}</x-button
              >
            </div>`
          : html`<p class="muted">${msg('To keep something of it, export its workspaces first.')}</p>`
      }
      ${field(around, 'text', msg(str`Write “${node.name}” to confirm`), { max: 120, first: true })}`,
    act: msg('Delete'),
    danger: true,
  };
}
