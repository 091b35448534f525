import { msg, str } from '@lit/localize';
import type { Team } from '@tabard/contract/identity/team';
import { css, type TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import { RecordList, type FormEnds, type ListWords, type RecordArea } from '../../core/record-list.ts';
import type { Session } from '../../core/session.ts';
import { badgeMark } from '../../kit/badge-mark.ts';
import type { Column } from '../../kit/table-layout.ts';
import { toneOf } from '../../crm/color-tones.ts';

/**
 * The teams of a workspace: who works together and who leads. A team is named in notes with `@`, and asked for in lists by whose records
 * are of it.
 *
 * @summary The list of teams.
 */
export class TeamList extends RecordList<Team> {
  static override tag = 'team-list';
  static override widgetName = 'team-list' as const;
  static override permission = 'team.read' as const;
  static override styles = [
    RecordList.styles,
    css`
      .badge {
        font-size: var(--_font-size-s);
        block-size: 24px;
        padding-inline: 10px;
      }
    `,
  ];
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
      purpose: msg('People who work together: name them in notes with @, and show only the records that are theirs.'),
      noMatch: msg('No team matches'),
      saved: msg('Team saved'),
    };
  }

  protected override allColumns(): Column<Team>[] {
    return [
      { id: 'name', label: msg('Team'), width: 'minmax(160px, 1fr)', cell: (row) => mark(row) },
      {
        id: 'leader',
        label: msg('Led by'),
        width: 'minmax(140px, 1fr)',
        gives: 1,
        cell: (row) => html`<span class="cut">${leaderOf(row)}</span>`,
      },
      {
        id: 'people',
        label: msg('People'),
        width: 'minmax(200px, 2fr)',
        cell: (row) =>
          html`<span class="two"
            ><span>${this.#count(row)}</span><span class="caption cut">${namesOf(row)}</span></span
          >`,
      },
      {
        id: 'updated',
        label: msg('Changed'),
        width: '130px',
        gives: 2,
        align: 'end',
        cell: (row) => html`<span class="muted">${this.format.relative(row.updatedAt)}</span>`,
      },
    ];
  }

  #count({ members }: Team): string {
    const count = this.format.number(members.length);
    return this.format.plural(members.length, { one: msg('1 person'), other: msg(str`${count} people`) });
  }

  protected override card(row: Team): TemplateResult {
    return html`<span class="two"
      ><span>${mark(row)}</span
      ><span class="caption cut">${[this.#count(row), namesOf(row)].filter(Boolean).join(' · ')}</span></span
    >`;
  }

  protected override async loadForm() {
    return (await import('./team-form.ts')).TeamForm;
  }

  protected override formView(session: Session, record: Team | null, { close, saved, move }: FormEnds): TemplateResult {
    return html`<x-team-form
      .session=${session}
      .record=${record}
      open
      .move=${this.mayMove && move}
      @close=${close}
      @saved=${saved}
    ></x-team-form>`;
  }
}

const mark = ({ name, color }: Team): TemplateResult =>
  badgeMark(html`<span class="cut" dir="auto">${name}</span>`, toneOf(color), color !== null);
const leaderOf = ({ members }: Team): string => members.find(({ isLeader }) => isLeader)?.name ?? '';
const namesOf = ({ members }: Team): string => members.map(({ name }) => name).join(', ');
