import { msg } from '@lit/localize';
import type { Member } from '@tabard/contract';
import type { Team } from '@tabard/contract/identity/team';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import { Query, type QueryHost } from '../../core/query.ts';
import { toneOf } from '../../crm/color-tones.ts';
import { badgeMark } from '../../kit/badge-mark.ts';
import type { Column } from '../../kit/table-layout.ts';

/** Which teams each member is in, where the caller may know. */
export class MemberTeams {
  readonly #teams: Query<readonly Team[]>;

  constructor(host: QueryHost) {
    this.#teams = new Query<readonly Team[]>(host, {
      key: () => (host.session?.can('team.read') ? ['teams', 'ofMembers'] : null),
      ask: async ({ client }) => (await client.teams.list({ limit: 200, sort: 'name', direction: 'asc' })).items,
    });
  }

  #of({ id }: Member): readonly Team[] {
    return (this.#teams.value ?? []).filter(({ members }) => members.some((one) => one.id === id));
  }

  marks(row: Member): TemplateResult[] {
    return this.#of(row).map(({ name, color }) =>
      badgeMark(html`<span class="cut" dir="auto">${name}</span>`, toneOf(color), color !== null),
    );
  }

  /** Their column; none where there are no teams. */
  get columns(): Column<Member>[] {
    if ((this.#teams.value ?? []).length === 0) return [];
    const cell = (row: Member) => {
      const [first = '', ...more] = this.marks(row);
      const names = this.#of(row).map(({ name }) => name);
      return html`<span class="row" title=${names.join(', ')}
        >${first}${more.length > 0 ? html`<span class="caption">+${more.length}</span>` : ''}</span
      >`;
    };
    return [{ id: 'teams', label: msg('Teams'), width: 'minmax(120px, 1fr)', gives: 2, cell }];
  }
}
