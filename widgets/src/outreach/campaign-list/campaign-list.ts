import { msg } from '@lit/localize';
import type { CampaignState, CampaignSummary } from '@tabard/contract';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import { Confirmation } from '../../core/confirmation.ts';
import {
  RecordList,
  type Archivable,
  type FormEnds,
  type ListView,
  type ListWords,
  type RecordArea,
  type RecordLook,
} from '../../core/record-list.ts';
import type { Session } from '../../core/session.ts';
import { Menu, type MenuItem } from '../../kit/menu.ts';
import { Sparkline } from '../../kit/sparkline.ts';
import type { Column } from '../../kit/table-layout.ts';
import { Tabs } from '../../kit/tabs.ts';
import { stateWord } from '../campaign-labels.ts';
import { campaignGlance } from './campaign-glance.ts';
import { campaignCard, campaignColumns } from './campaign-columns.ts';

type Act = 'pause' | 'resume' | 'complete' | 'archive' | 'restore';
const states = ['running', 'paused', 'draft', 'completed'] as const satisfies readonly CampaignState[];
/** Where an action leads, and the one that leads back. */
const steering = {
  pause: { to: 'paused', back: 'resume' },
  resume: { to: 'running', back: 'pause' },
  complete: { to: 'completed', back: null },
} as const;

/**
 * The campaigns of the workspace with state, rates and the shape of the last two weeks. Opens a campaign in place.
 *
 * @summary The list of campaigns.
 * @event {CustomEvent<{ id: string }>} select-campaign - A campaign was opened, or a new one asked for (`id` empty). Prevent it to show the editor yourself.
 * @event navigate - It wants to go to `/campaigns/{id}`.
 */
export class CampaignList extends RecordList<CampaignSummary, Archivable> {
  static override tag = 'campaign-list';
  static override widgetName = 'campaign-list' as const;
  static override permission = 'campaign.read' as const;
  static override uses = [...RecordList.uses, Menu, Sparkline, Tabs];
  static override later = [...RecordList.later, async () => (await import('../../kit/dialog.ts')).Dialog];
  protected override readonly area = 'campaigns';
  protected override readonly writePermission = 'campaign.write';
  protected override readonly inPlace = true;
  protected override readonly cardHeight = 68;
  protected override readonly look: RecordLook<CampaignSummary> = {
    room: 1160,
    load: async () => (await import('../look-card.ts')).LookCard,
    view: (session, row) =>
      html`<x-look-card .session=${session} .glance=${campaignGlance(row, session.format)}></x-look-card>`,
  };
  readonly #confirmation = new Confirmation(this);

  /** Archiving ends what is paused. */
  protected override get archivePermission() {
    return 'campaign.launch' as const;
  }

  protected override procedures({ client }: Session): RecordArea<CampaignSummary, Archivable> {
    return client.campaigns;
  }

  protected override words(): ListWords {
    return {
      heading: msg('Campaigns'),
      views: msg('State'),
      search: msg('Search campaigns'),
      add: msg('New campaign'),
      none: msg('No campaigns yet'),
      purpose: msg('A campaign writes to your leads step by step and stops when they reply.'),
      noMatch: msg('No campaign matches'),
    };
  }

  protected override views(): readonly ListView[] {
    return [
      { id: 'all', label: msg('All') },
      ...states.map((id) => ({ id, label: stateWord(id), filter: { state: [id] } })),
    ];
  }

  protected override configuredView(): unknown {
    return this.configuration.defaultFilter?.['state'];
  }

  protected override allColumns(): Column<CampaignSummary>[] {
    return [
      ...campaignColumns(this.format),
      {
        id: 'acts',
        label: msg('Actions'),
        hideLabel: true,
        width: '56px',
        align: 'end',
        cell: (row) => this.#menu(row),
      },
    ];
  }

  protected override card(row: CampaignSummary): TemplateResult {
    return campaignCard(row, this.format, this.#menu(row));
  }

  #menu(row: CampaignSummary): unknown {
    const items = this.#acts(row).filter(({ id }) => this.offers(id));
    if (items.length === 0 || !this.session?.can(this.archivePermission)) return '';
    return html`<x-menu
      icon="more"
      label=${`${msg('Actions for')} ${row.name}`}
      size="small"
      .items=${items}
      @click=${(event: Event) => event.stopPropagation()}
      @choose=${(event: CustomEvent<Act>) => void this.#act(event.detail, row)}
    ></x-menu>`;
  }

  #acts({ state: now, archivedAt }: CampaignSummary): MenuItem[] {
    if (archivedAt) return [{ id: 'restore', label: msg('Restore'), icon: 'archive' }];
    const complete: MenuItem = { id: 'complete', label: msg('Complete'), icon: 'check' };
    if (now === 'running') return [{ id: 'pause', label: msg('Pause'), icon: 'pause' }, complete];
    const archive: MenuItem = { id: 'archive', label: msg('Archive'), icon: 'archive' };
    return now === 'paused' ? [{ id: 'resume', label: msg('Resume'), icon: 'play' }, complete, archive] : [archive];
  }

  async #act(act: Act, row: CampaignSummary): Promise<void> {
    const { session } = this;
    if (!session) return;
    if (act === 'archive' || act === 'restore') return this.move(session, [row.id], act === 'archive');
    if (act === 'complete') {
      const { askComplete } = await import('../campaign-questions.ts');
      const question = askComplete(await this.#waiting(session, [row]), this.format);
      if (!(await this.#confirmation.ask(question))) return;
    }
    const { to, back } = steering[act];
    const undo = this.showAhead(row.id, { state: to });
    if (!(await this.attempt(() => session.client.campaigns[act]({ id: row.id }), undo))) return;
    session.cache.invalidate(['campaigns']);
    if (!back) return;
    const run = (): void =>
      void this.attempt(() => session.client.campaigns[back]({ id: row.id })).then(() =>
        session.cache.invalidate(['campaigns']),
      );
    void this.toast({
      text: act === 'pause' ? msg('Campaign paused') : msg('Campaign resumed'),
      action: { label: msg('Undo'), run },
    });
  }

  /** A paused campaign ends when it is archived, which undo does not take back. */
  protected override async move(session: Session, ids: readonly string[], archive: boolean): Promise<void> {
    // What runs is no choice of undo either: it is said before anything is tried.
    if (archive && this.items.some((row) => row.state === 'running' && ids.includes(row.id)))
      return void this.toast({
        tone: 'danger',
        text: msg('A running campaign cannot be archived. Pause or complete it first.'),
      });
    const paused = archive ? this.items.filter((row) => row.state === 'paused' && ids.includes(row.id)) : [];
    if (paused.length > 0) {
      const { askArchive } = await import('../campaign-questions.ts');
      const question = askArchive(await this.#waiting(session, paused), this.format);
      if (!(await this.#confirmation.ask(question))) return;
    }
    await super.move(session, ids, archive);
  }

  /** How many leads of campaigns still wait for a mail, which a list does not count; null where that cannot be read. */
  #waiting({ client }: Session, rows: readonly CampaignSummary[]): Promise<number | null> {
    const asked = Promise.all(rows.map(({ id }) => client.campaigns.get({ id })));
    return asked.then(
      (all) => all.reduce((sum, { counts }) => sum + counts.pending, 0),
      () => null,
    );
  }

  protected override visit(row: CampaignSummary): void {
    if (this.announce('select-campaign', { id: row.id })) super.visit(row);
  }

  protected override add(): void {
    if (this.announce('select-campaign', { id: '' }) && this.navigate('/campaigns/new')) super.add();
  }

  protected override async loadForm() {
    return (await import('../campaign-editor/campaign-editor.ts')).CampaignEditor;
  }

  protected override formView(session: Session, record: Archivable | null, { close }: FormEnds): TemplateResult {
    return html`<x-campaign-editor
      .session=${session}
      campaign-id=${record?.id ?? ''}
      closable
      @close-editor=${close}
    ></x-campaign-editor>`;
  }

  protected override view(session: Session): TemplateResult {
    return html`${super.view(session)}${this.#confirmation.view()}`;
  }
}
