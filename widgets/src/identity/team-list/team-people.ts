import { msg, str } from '@lit/localize';
import { teamPeopleLimit } from '@tabard/contract/identity/team-words';
import { css } from 'lit';
import { property, state } from '../../base/decorators.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import { avatarMark, avatarMarkStyles, initialsOf } from '../../kit/avatar-mark.ts';
import { badgeMark, badgeMarkStyles } from '../../kit/badge-mark.ts';
import { Button } from '../../kit/button.ts';
import { Combobox } from '../../kit/combobox.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';

/** Somebody who is in a team, or could be. */
export interface Person {
  id: string;
  name: string;
}
/** Who is in a team, and who of them leads it. */
export interface Crew {
  people: readonly Person[];
  leaderId: string | null;
}

/**
 * The people of a team: add one, take one out, say who leads.
 *
 * @event edit - `detail` is who is in it from now on, and who leads.
 */
export class TeamPeople extends PrefixedElement {
  static override tag = 'team-people';
  static override uses = [Button, Combobox];
  static override styles = [
    widgetStyles,
    badgeMarkStyles,
    avatarMarkStyles,
    css`
      :host {
        display: flex !important;
        flex-direction: column;
        gap: var(--_space-2);
      }
      h3 {
        margin: 0;
        font-size: var(--_font-size-s);
        font-weight: var(--_font-weight-medium);
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        align-items: center;
        gap: var(--_space-2);
        min-block-size: 40px;
      }
      li .cut {
        flex: 1;
      }
    `,
  ];
  @property({ attribute: false }) crew: Crew = { people: [], leaderId: null };
  /** Who can be added. */
  @property({ attribute: false }) others: readonly Person[] = [];
  @property({ type: Boolean }) disabled = false;
  @property() error = '';
  @state() private added = 0;

  #tell(change: Partial<Crew>): void {
    this.tell('edit', { ...this.crew, ...change } satisfies Crew);
  }

  readonly #add = ({ target }: Event): void => {
    const found = this.others.find(({ id }) => id === (target as Combobox).value);
    if (!found) return;
    this.added += 1;
    this.#tell({ people: [...this.crew.people, found] });
  };

  override render(): unknown {
    const { crew, disabled } = this;
    const left = this.others.filter(({ id }) => !crew.people.some((one) => one.id === id));
    return html`<h3 id="people">${msg('People')}</h3>
      ${
        crew.people.length === 0
          ? html`<p class="caption">${msg('Nobody is in it yet.')}</p>`
          : html`<ul aria-labelledby="people">
              ${crew.people.map((person) => this.#person(person))}
            </ul>`
      }
      ${
        disabled || left.length === 0 || crew.people.length >= teamPeopleLimit
          ? ''
          : [this.added].map(
              () =>
                html`<x-combobox
                  label=${msg('Add somebody')}
                  placeholder=${msg('Name')}
                  error=${this.error}
                  .options=${left.map(({ id, name }) => ({ value: id, label: name }))}
                  @change=${this.#add}
                ></x-combobox>`,
            )
      }`;
  }

  #person({ id, name }: Person): unknown {
    const { crew, disabled } = this;
    const leads = crew.leaderId === id;
    const without = {
      people: crew.people.filter((one) => one.id !== id),
      leaderId: leads ? null : crew.leaderId,
    };
    return html`<li>
      ${avatarMark(initialsOf(name))}<span class="cut">${name}</span
      >${leads ? badgeMark(msg('Leads the team'), 'accent') : ''}
      ${
        disabled
          ? ''
          : html`<x-button
                size="small"
                variant="quiet"
                icon=${leads ? 'down' : 'up'}
                label=${leads ? msg(str`Let ${name} lead no more`) : msg(str`Let ${name} lead the team`)}
                @click=${() => this.#tell({ leaderId: leads ? null : id })}
              ></x-button>
              <x-button
                size="small"
                variant="quiet"
                icon="close"
                label=${msg(str`Take ${name} out of the team`)}
                @click=${() => this.#tell(without)}
              ></x-button>`
      }
    </li>`;
  }
}
