import { msg } from '@lit/localize';
import type { Team } from '@tabard/contract/identity/team';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import { RecordList, type FormEnds, type ListWords, type RecordArea } from '../../core/record-list.ts';
import type { Session } from '../../core/session.ts';
import type { Column } from '../../kit/table-layout.ts';

/**
 * TODO: say what one does with teams.
 *
 * @summary The list of teams.
 */
export class TeamList extends RecordList<Team> {
  static override tag = 'team-list';
  static override widgetName = 'team-list' as const;
  static override permission = 'team.read' as const;
  protected override readonly area = 'teams';
  protected override readonly writePermission = 'team.write';

  protected override procedures({ client }: Session): RecordArea<Team> {
    return client.teams;
  }

  protected override words(): ListWords {
    return {
      heading: msg('Teams'),
      search: msg('Search teams'),
      add: msg('New team'),
      none: msg('No teams yet'),
      purpose: msg('Add the first one to begin.'),
      noMatch: msg('No team matches'),
      saved: msg('Team saved'),
    };
  }

  protected override allColumns(): Column<Team>[] {
    return [
      {
        id: 'name',
        label: msg('Name'),
        width: 'minmax(200px, 1fr)',
        cell: (row) => html`<span class="strong cut">${row.name}</span>`,
      },
      {
        id: 'updated',
        label: msg('Changed'),
        width: '130px',
        align: 'end',
        cell: (row) => html`<span class="muted">${this.format.relative(row.updatedAt)}</span>`,
      },
    ];
  }

  protected override card(row: Team): TemplateResult {
    return html`<span class="strong">${row.name}</span>`;
  }

  protected override async loadForm() {
    return (await import('./team-form.ts')).TeamForm;
  }

  protected override formView(session: Session, record: Team | null, { close, saved }: FormEnds): TemplateResult {
    return html`<x-team-form .session=${session} .record=${record} open @close=${close} @saved=${saved}></x-team-form>`;
  }
}
