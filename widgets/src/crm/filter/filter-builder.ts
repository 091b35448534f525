import { msg, str } from '@lit/localize';
import type { WrittenFilter } from '@tabard/contract/filters';
import { filterLimits, settleFilter, type FilterDetail, type FilterType, type Settled } from '@tabard/contract/filters';
import type { PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { property, state } from '../../base/decorators.ts';
import type { FailureDetail } from '../../base/failure.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import type { Format } from '../../core/format.ts';
import { Button } from '../../kit/button.ts';
import { fieldStyles } from '../../kit/field.styles.ts';
import { kitStyles } from '../../kit/kit.styles.ts';
import { Menu } from '../../kit/menu.ts';
import type { Select } from '../../kit/select.ts';
import { faultWords } from './fault-words.ts';
import { filterBuilderStyles } from './filter-builder.styles.ts';
import { fieldOf, languageFields, type AskedField } from './filter-fields.ts';
import {
  changePart,
  copyOf,
  newCondition,
  newGroup,
  newRelation,
  rootOf,
  written,
  type ConditionPart,
  type GroupPart,
  type Match,
  type Part,
  type RelationPart,
  type Written,
} from './filter-parts.ts';
import { operatorsOf, operatorWords } from './operator-words.ts';
import { keptValue, matchWords, negated, partActs } from './part-acts.ts';
import { fieldPicker, quantity } from './part-controls.ts';
import { editorParts, valueEditor } from './value-editors.ts';

/** A filter as it stands in a builder. */
export interface Built {
  filter: WrittenFilter;
  /** It can be asked as it is. */
  complete: boolean;
}

/**
 * Writes any filter of the language: conditions by what fields hold, relations, groups of all, any and none within each other.
 * It keeps what is half written; what it tells can be asked when it is complete.
 *
 * @event build - `detail` is the filter and whether it is complete.
 */
export class FilterBuilder extends PrefixedElement {
  static override tag = 'filter-builder';
  static override uses = [Button, Menu, ...editorParts];
  static override styles = [kitStyles, fieldStyles, filterBuilderStyles];

  @property({ attribute: false }) fields: readonly AskedField[] = [];
  /** The filter to begin with; another one begins anew. */
  @property({ attribute: false }) filter: WrittenFilter = {};
  @property({ attribute: false }) format!: Format;
  @property({ attribute: false }) nameOf: (field: AskedField, id: string) => string = (_field, id) => id;
  /** What the platform says of it, by paths below `where`. */
  @property({ attribute: false }) problems: readonly FailureDetail[] = [];
  /** Says also what is only missing. */
  @property({ type: Boolean }) strict = false;
  @state() private root: GroupPart = newGroup('all', []);
  #said: WrittenFilter | null = null;
  #faults = new Map<string, string>();
  #written: Written = { filter: {}, paths: new Map(), blank: false };

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('filter') && this.filter !== this.#said) {
      this.root = rootOf(this.filter);
      if (this.root.parts.length === 0) this.root = newGroup(this.root.match);
    }
    this.#written = written(this.root, 'where');
    const known: readonly Pick<FilterDetail, 'path' | 'reason' | 'limit' | 'message'>[] = [
      ...(this.#settled().faults ?? []),
      ...(this.problems as readonly FilterDetail[]), // their reasons are those of filters, or none
    ];
    const told = this.strict ? known : known.filter(({ reason }) => reason !== 'value_missing');
    this.#faults = new Map(told.toReversed().map((fault) => [fault.path, faultWords(fault)]));
  }

  #settled(): Settled {
    // Whether a day can be read does not depend on where it begins.
    const clock = { now: Date.now(), timeZone: 'UTC' };
    return settleFilter(this.#written.filter, languageFields(this.fields), clock, 'where');
  }

  #change(id: number, change: (part: Part) => Part | readonly Part[] | null): void {
    this.root = changePart(this.root, id, change);
    this.#written = written(this.root, 'where');
    const complete = !this.#written.blank && this.#settled().faults === null;
    this.#said = this.#written.filter;
    this.filter = this.#said;
    this.tell('build', { filter: this.#said, complete } satisfies Built);
  }

  /** What is wrong with a part, or with what stands in it. */
  #problemOf(id: number, ...below: readonly string[]): string {
    const path = this.#written.paths.get(id);
    if (path === undefined) return '';
    const wanted = below.map((part) => `${path}.${part}`);
    const found = [...this.#faults].find(([at]) =>
      below.length === 0 ? at === path : wanted.some((one) => at === one || at.startsWith(`${one}.`)),
    );
    return found?.[1] ?? '';
  }

  #focus(id: number): void {
    void this.updateComplete.then(async () => {
      const part = this.renderRoot.querySelector(`[data-part="${id}"]`);
      const first = part?.querySelector<HTMLElement & { updateComplete?: Promise<unknown> }>('x-combobox, .first');
      await first?.updateComplete;
      first?.focus();
    });
  }

  #add(group: GroupPart, part: Part): void {
    this.#change(group.id, (to) => ({ ...(to as GroupPart), parts: [...group.parts, part] }));
    this.#focus(part.kind === 'group' ? (part.parts[0]?.id ?? part.id) : part.id);
  }

  #remove(part: Part): void {
    const drawn = [...this.renderRoot.querySelectorAll<HTMLElement>('[data-part]')];
    const parts = drawn.map(({ dataset }) => Number(dataset['part']));
    const at = parts.indexOf(part.id);
    this.#change(part.id, () => null);
    void this.updateComplete.then(() => {
      const isThere = (id: number): boolean => this.renderRoot.querySelector(`[data-part="${id}"] .first`) !== null;
      const near = parts.slice(at + 1).find(isThere) ?? parts[at - 1];
      if (near !== undefined && isThere(near)) this.#focus(near);
      else this.renderRoot.querySelector<HTMLElement>('.add > *')?.focus();
    });
  }

  override render(): unknown {
    return this.#group(this.root, this.fields, 1);
  }

  #group(group: GroupPart, fields: readonly AskedField[], depth: number, acts: unknown = ''): unknown {
    const deeper = depth < filterLimits.depth - 1;
    return html`<div class="group" role="group" aria-label=${matchWords(group.match)} data-group=${group.id}>
      ${
        depth > 1 || group.parts.length > 1 || group.match !== 'all'
          ? html`<div class="head">
              <x-select
                hide-label
                class="match"
                label=${msg('How many must hold')}
                .options=${(['all', 'any', 'none'] as const).map((value) => ({ value, label: matchWords(value) }))}
                .value=${group.match}
                @change=${({ target }: Event) => {
                  const match = (target as Select).value as Match;
                  this.#change(group.id, (part) => ({ ...(part as GroupPart), match }));
                }}
              ></x-select>
              ${acts}
            </div>`
          : ''
      }
      ${repeat(
        group.parts,
        ({ id }) => id,
        (part) => this.#part(part, fields, depth),
      )}
      ${this.#problemLine(this.#problemOf(group.id))}
      <div class="add">
        <x-button size="small" variant="quiet" icon="plus" @click=${() => this.#add(group, newCondition())}
          >${msg('Add a condition')}</x-button
        >
        ${
          deeper
            ? html`<x-button size="small" variant="quiet" icon="plus" @click=${() => this.#add(group, newGroup('any'))}
                >${msg('Add a group')}</x-button
              >`
            : ''
        }
      </div>
    </div>`;
  }

  #problemLine(words: string): unknown {
    return words ? html`<p class="problem" role="alert">${words}</p>` : '';
  }

  #part(part: Part, fields: readonly AskedField[], depth: number): unknown {
    if (part.kind === 'group')
      return html`<div data-part=${part.id}>
        ${this.#group(part, fields, depth + 1, this.#acts(part, fields, depth))}
      </div>`;
    return part.kind === 'relation' ? this.#relation(part, fields, depth) : this.#condition(part, fields, depth);
  }

  #condition(part: ConditionPart, fields: readonly AskedField[], depth: number): unknown {
    const { id, op, value } = part;
    const field = fieldOf(fields, part.field);
    const type = field && field.type !== 'relation' ? field.type : null;
    return html`<div
      class="part ${type ? '' : 'bare'}"
      data-part=${id}
      role="group"
      aria-label=${field?.label ?? msg('New condition')}
    >
      ${this.#picker(part, fields, part.field ?? '', 'field')}
      ${
        field && type
          ? html`<x-select
                hide-label
                label=${msg(str`${field.label}: comparison`)}
                error=${this.#problemOf(id, 'op')}
                .options=${operatorsOf(type).map((one) => ({ value: one, label: operatorWords(one) }))}
                .value=${op ?? ''}
                @change=${({ target }: Event) => this.#setOperator(part, type, (target as Select).value)}
              ></x-select>
              <div class="value">
                ${
                  op
                    ? valueEditor({
                        field: { ...field, type },
                        op,
                        value,
                        error: this.#problemOf(id, 'value'),
                        format: this.format,
                        nameOf: this.nameOf,
                        set: (given) => this.#change(id, (now) => ({ ...(now as ConditionPart), value: given })),
                      })
                    : ''
                }
              </div>`
          : ''
      }
      ${this.#acts(part, fields, depth)} ${this.#problemLine(this.#problemOf(id))}
    </div>`;
  }

  /** Another field of the same type keeps the question. */
  #choose({ id }: Part, field: AskedField | undefined): void {
    this.#change(id, (part) => {
      if (!field) return { ...newCondition(), id };
      if (field.type === 'relation') return { ...newRelation(field.name), id };
      const [usual] = operatorsOf(field.type);
      const op = part.kind === 'condition' && part.op && operatorsOf(field.type).includes(part.op) ? part.op : usual;
      return { kind: 'condition', id, field: field.name, op };
    });
  }

  #setOperator({ id }: ConditionPart, type: FilterType, given: string): void {
    const op = operatorsOf(type).find((one) => one === given);
    if (!op) return;
    this.#change(id, (part) => {
      const { value, ...now } = part as ConditionPart;
      return { ...now, op, value: keptValue(type, now.op, op, value) };
    });
  }

  #picker(part: Part, fields: readonly AskedField[], chosen: string, place: string): unknown {
    const error = this.#problemOf(part.id, place);
    return fieldPicker({ fields, chosen, error, choose: (field) => this.#choose(part, field) });
  }

  #relation(part: RelationPart, fields: readonly AskedField[], depth: number): unknown {
    const { id, relation, of } = part;
    const field = fieldOf(fields, relation);
    return html`<div class="part" data-part=${id} role="group" aria-label=${field?.label ?? relation}>
      ${this.#picker(part, fields, relation, 'relation')}
      ${quantity({
        part,
        error: this.#problemOf(id, 'count'),
        set: (change) => this.#change(id, (now) => ({ ...(now as RelationPart), ...change })),
      })}
      ${this.#acts(part, fields, depth)} ${this.#group(of, field?.fields ?? [], depth + 1)}
    </div>`;
  }

  #acts(part: Part, fields: readonly AskedField[], depth: number): unknown {
    return html`<x-menu
      class="acts"
      icon="more"
      label=${msg('More')}
      .items=${partActs(part, depth < filterLimits.depth - 2)}
      @choose=${(event: CustomEvent<string>) => this.#act(part, fields, event.detail)}
    ></x-menu>`;
  }

  #act(part: Part, fields: readonly AskedField[], act: string): void {
    if (act === 'remove') return this.#remove(part);
    if (act === 'nest') return this.#change(part.id, () => newGroup('any', [part]));
    if (act === 'negate') return this.#change(part.id, () => negated(part, fields));
    const copy = copyOf(part);
    this.#change(part.id, () => [part, copy]);
    this.#focus(copy.id);
  }
}
