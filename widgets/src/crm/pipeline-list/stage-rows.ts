import { msg, str } from '@lit/localize';
import { requirableFields, stageKinds, stagesLimit, type RequirableField } from '@tabard/contract/crm/deal-words';
import type { PipelineStage } from '@tabard/contract/crm/pipeline';
import { repeat } from 'lit/directives/repeat.js';
import { property, state } from '../../base/decorators.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import { createFormat, type Format } from '../../core/format.ts';
import { Banner } from '../../kit/banner.ts';
import { Button } from '../../kit/button.ts';
import { Input } from '../../kit/input.ts';
import { NumberField } from '../../kit/number-field.ts';
import { Select } from '../../kit/select.ts';
import { ToggleGroup } from '../../kit/toggle-group.ts';
import { requirableWord, statusWord } from '../deal/deal-labels.ts';
import { stageRowsStyles } from './stage-rows.styles.ts';

/** A stage as it is being written: `key` names its row, `id` the stage that it changes. */
export interface WrittenStage extends Omit<PipelineStage, 'id'> {
  key: string;
  id?: string;
}
/** Where the deals of a stage go that is taken out. */
export interface StageMove {
  from: string;
  to: string;
}

/**
 * The stages of a pipeline in their order. One with deals that is taken out says where they go.
 *
 * @event edit - `detail` are the stages and the ways that deals go.
 */
export class StageRows extends PrefixedElement {
  static override tag = 'stage-rows';
  static override uses = [Banner, Button, Input, NumberField, Select, ToggleGroup];
  static override styles = stageRowsStyles;
  @property({ attribute: false }) stages: readonly WrittenStage[] = [];
  /** The stages as they are stored. */
  @property({ attribute: false }) known: readonly PipelineStage[] = [];
  @property({ attribute: false }) moves: readonly StageMove[] = [];
  /** How many deals are in a stage, by its id. */
  @property({ attribute: false }) counts: ReadonlyMap<string, number> = new Map();
  @property({ attribute: false }) format: Format = createFormat('en');
  @property() error = '';
  @property({ attribute: false }) problemOf: (path: string) => string = () => '';
  /** The row whose further settings are shown. */
  @state() private unfolded = '';
  #next = 0;

  #edit(stages: readonly WrittenStage[], moves = this.moves): void {
    this.tell('edit', { stages, moves });
  }
  #set(at: number, change: Partial<WrittenStage>): void {
    this.#edit(this.stages.map((stage, place) => (place === at ? { ...stage, ...change } : stage)));
  }
  #move(at: number, by: number): void {
    const stages = [...this.stages];
    stages.splice(at + by, 0, ...stages.splice(at, 1));
    this.#edit(stages);
  }
  readonly #add = (): void => {
    const key = `new-${this.#next++}`;
    const stages = [...this.stages];
    const end = stages.findLastIndex(({ kind }) => kind === 'open') + 1;
    const fresh = { key, name: '', kind: 'open' as const, probability: 50, rottingDays: null, requiredFields: [] };
    stages.splice(end, 0, fresh);
    this.#edit(stages);
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(`[data-key="${key}"] .name`)?.focus(),
    );
  };
  /** Its deals go to the next one of its kind, until somebody says otherwise. */
  #remove(at: number): void {
    const gone = this.stages[at];
    const stages = this.stages.filter((_, place) => place !== at);
    const to = stages.find(({ kind, id }) => kind === gone?.kind && id !== undefined)?.id;
    const onwards = this.moves.map((move) => (move.to === gone?.id && to ? { ...move, to } : move));
    this.#edit(stages, gone?.id && to ? [...onwards, { from: gone.id, to }] : onwards);
  }

  override render(): unknown {
    const { stages } = this;
    return html`<div role="group" aria-labelledby="label" class="field">
      <span id="label" class="label">${msg('Stages')}</span>
      <ol>
        ${repeat(
          stages,
          ({ key }) => key,
          (stage, at) => this.#row(stage, at),
        )}
      </ol>
      ${this.moves.map((move, at) => this.#way(move, at))}
      ${this.error ? html`<div class="error" role="alert">${this.error}</div>` : ''}
      <div>
        <x-button size="small" icon="plus" ?disabled=${stages.length >= stagesLimit} @click=${this.#add}
          >${msg('Add a stage')}</x-button
        >
      </div>
    </div>`;
  }

  #row(stage: WrittenStage, at: number): unknown {
    const number = at + 1;
    const { key, name, kind, probability, id } = stage;
    const said = (part: string): string => this.problemOf(`stages.${at}.${part}`);
    const act = (icon: string, words: string, run: () => void, disabled = false): unknown =>
      html`<x-button variant="quiet" icon=${icon} label=${words} ?disabled=${disabled} @click=${run}></x-button>`;
    const lastOfKind = this.stages.filter((one) => one.kind === kind).length === 1;
    return html`<li data-key=${key}>
      <x-input
        class="name"
        hide-label
        required
        label=${msg(str`Stage ${number}`)}
        maxlength="60"
        error=${said('name')}
        .value=${name}
        @input=${({ target }: Event) => this.#set(at, { name: (target as Input).value })}
      ></x-input>
      <x-select
        hide-label
        label=${msg(str`What stage ${number} is for`)}
        .options=${stageKinds.map((value) => ({ value, label: statusWord(value) }))}
        .value=${kind}
        error=${said('kind')}
        ?disabled=${id !== undefined}
        @change=${({ target }: Event) => this.#set(at, { kind: (target as Select).value as WrittenStage['kind'] })}
      ></x-select>
      <x-number-field
        hide-label
        label=${msg(str`Probability of stage ${number}`)}
        unit="%"
        min="0"
        max="100"
        error=${said('probability')}
        .value=${String(probability)}
        @input=${({ target }: Event) =>
          this.#set(at, { probability: Math.round(Number((target as NumberField).value) || 0) })}
      ></x-number-field>
      <span class="acts"
        >${act('up', msg(str`Stage ${number}: up`), () => this.#move(at, -1), at === 0)}${act(
          'down',
          msg(str`Stage ${number}: down`),
          () => this.#move(at, 1),
          at === this.stages.length - 1,
        )}${act('more', msg(str`Stage ${number}: more`), () => (this.unfolded = this.unfolded === key ? '' : key))}${act(
          'trash',
          msg(str`Stage ${number}: remove`),
          () => this.#remove(at),
          lastOfKind,
        )}</span
      >
      ${this.unfolded === key || said('rottingDays') ? this.#further(stage, at) : ''}
    </li>`;
  }

  #further({ rottingDays, requiredFields }: WrittenStage, at: number): unknown {
    return html`<div class="further">
      <x-number-field
        label=${msg('Stands still after')}
        unit=${msg('days')}
        min="1"
        max="3650"
        error=${this.problemOf(`stages.${at}.rottingDays`)}
        .value=${rottingDays === null ? '' : String(rottingDays)}
        @input=${({ target }: Event) => {
          const { value } = target as NumberField;
          this.#set(at, { rottingDays: value === '' ? null : Math.round(Number(value)) });
        }}
      ></x-number-field>
      <x-toggle-group
        label=${msg('Needed before a deal enters')}
        .options=${requirableFields.map((value) => ({ value, label: requirableWord(value) }))}
        .value=${requiredFields.join(',')}
        @change=${({ target }: Event) =>
          this.#set(at, {
            requiredFields: (target as ToggleGroup).value.split(',').filter(Boolean) as RequirableField[],
          })}
      ></x-toggle-group>
    </div>`;
  }

  #way({ from, to }: StageMove, at: number): unknown {
    const gone = this.known.find(({ id }) => id === from);
    const count = this.counts.get(from) ?? 0;
    const name = gone?.name ?? '';
    const many = this.format.number(count);
    const options = this.stages.flatMap(({ id, name: label, kind }) =>
      id && kind === gone?.kind ? [{ value: id, label }] : [],
    );
    return html`<div class="way">
      <x-select
        label=${this.format.plural(count, {
          one: msg(str`Where the deal of “${name}” goes`),
          other: msg(str`Where the deals of “${name}” go (${many})`),
        })}
        .options=${options}
        .value=${to}
        @change=${({ target }: Event) =>
          this.#edit(
            this.stages,
            this.moves.map((move, place) => (place === at ? { from, to: (target as Select).value } : move)),
          )}
      ></x-select>
    </div>`;
  }
}
