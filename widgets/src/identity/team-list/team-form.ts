import { msg } from '@lit/localize';
import type { Team } from '@tabard/contract/identity/team';
import { html } from '../../base/html.ts';
import { Query } from '../../core/query.ts';
import { formParts, RecordForm } from '../../core/record-form.ts';
import { colorChips, colorChipsStyles } from '../../crm/color-chips.ts';
import { Chip } from '../../kit/chip.ts';
import { TeamPeople, type Crew, type Person } from './team-people.ts';

type Values = Pick<Team, 'name' | 'color'> & { crew: Crew };

/**
 * One team in a drawer: its name, its colour, who is in it and who leads it.
 */
export class TeamForm extends RecordForm<Team, Values> {
  static override tag = 'team-form';
  static override uses = [...formParts, Chip, TeamPeople];
  static override styles = [RecordForm.styles, colorChipsStyles];
  protected override readonly permission = 'team.write';
  protected override readonly area = 'teams';
  protected override readonly blame = { 'team.name_taken': 'name' } as const;

  readonly #people = new Query<{ items: Person[] }>(this, {
    key: () => (this.open && this.session.can('team.write') ? ['teamPeople'] : null),
    ask: ({ client }) => client.teams.people({}),
  });

  protected override heading(): string {
    return this.record?.name ?? msg('New team');
  }

  protected override saveLabel(): string {
    return this.record ? msg('Save changes') : msg('Add team');
  }

  protected override async store({ crew, name, ...rest }: Partial<Values>): Promise<Team> {
    const { teams } = this.session.client;
    const given = { ...rest, ...(name !== undefined && { name: name.trim() }) };
    const people = crew && { memberIds: crew.people.map(({ id }) => id), leaderId: crew.leaderId };
    const { record } = this;
    if (!record) return teams.create({ ...given, ...people, name: given.name ?? '' });
    const saved = Object.keys(given).length > 0 ? await teams.update({ ...given, id: record.id }) : record;
    return people ? teams.setMembers({ id: record.id, ...people }) : saved;
  }

  #crew(): Crew {
    const members = this.record?.members ?? [];
    return this.draft.crew ?? { people: members, leaderId: members.find(({ isLeader }) => isLeader)?.id ?? null };
  }

  protected override content(): unknown {
    const { record, writes } = this;
    // A draft without a colour says so.
    const color = 'color' in this.draft ? this.draft.color : record?.color;
    return html`<form novalidate @submit=${this.save}>
      ${this.text('name', { label: msg('Name'), required: true, max: 60 })}
      ${colorChips(color, { disabled: !writes, choose: (one) => this.change({ color: one }) })}
      <x-team-people
        .crew=${this.#crew()}
        .others=${this.#people.value?.items ?? []}
        ?disabled=${!writes}
        error=${this.problemOf('memberIds') || this.problemOf('leaderId')}
        @edit=${(event: CustomEvent<Crew>) => this.change({ crew: event.detail })}
      ></x-team-people>
    </form>`;
  }
}
