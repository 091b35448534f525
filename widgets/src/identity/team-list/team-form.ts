import { msg } from '@lit/localize';
import type { Team } from '@tabard/contract/identity/team';
import { html } from '../../base/html.ts';
import { RecordForm } from '../../core/record-form.ts';

type Values = Pick<Team, 'name'>;

/**
 * One team in a drawer: read it, change it, or make a new one.
 */
export class TeamForm extends RecordForm<Team, Values> {
  static override tag = 'team-form';
  protected override readonly permission = 'team.write';
  protected override readonly area = 'teams';

  protected override heading(): string {
    return this.record?.name ?? msg('New team');
  }

  protected override saveLabel(): string {
    return this.record ? msg('Save changes') : msg('Add team');
  }

  protected override store({ name = '' }: Partial<Values>): Promise<Team> {
    const { teams } = this.session.client;
    return this.record ? teams.update({ id: this.record.id, name }) : teams.create({ name });
  }

  protected override content(): unknown {
    return html`<form novalidate @submit=${this.save}>
      ${this.text('name', { label: msg('Name'), required: true, max: 200 })}
    </form>`;
  }
}
