import { msg } from '@lit/localize';
import type { Campaign } from '@tabard/contract';
import { type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from '../../base/decorators.ts';
import type { StepInput } from '../../core/client.ts';
import { toFailure } from '../../base/failure.ts';
import { html } from '../../base/html.ts';
import { holdUnsaved, keepDraft, keptDraft } from '../../core/drafts.ts';
import { Query } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';
import { textOf } from '../../base/failure-text.ts';
import { Widget } from '../../core/widget.ts';
import { Badge } from '../../kit/badge.ts';
import { Checkbox } from '../../kit/checkbox.ts';
import { NumberField } from '../../kit/number-field.ts';
import { Select } from '../../kit/select.ts';
import { Switch } from '../../kit/switch.ts';
import { shownState } from '../campaign-labels.ts';
import { addStep } from './add-step.ts';
import { AudiencePicker, audienceSize } from './audience-picker.ts';
import { campaignAside } from './campaign-aside.ts';
import { campaignBar } from './campaign-bar.ts';
import { arrange, draftOf, emptyDraft, newStep, stepErrorsOf, valuesOf, type CampaignDraft } from './campaign-draft.ts';
import { campaignFigures } from './campaign-figures.ts';
import { campaignHistory } from './campaign-history.ts';
import { campaignEditorStyles } from './campaign-editor.styles.ts';
import { launchChecks } from './launch-checks.ts';
import { launchDialog } from './launch-dialog.ts';
import { ScheduleFields } from './schedule-fields.ts';
import { StepCard } from './step-card.ts';
import { stepDelay } from './step-delay.ts';

type Act = 'launch' | 'pause' | 'resume' | 'complete';

/**
 * One campaign from the first word to the last reply: mails from top to bottom, who gets them, from which mailboxes and when; a
 * checklist before launch, figures and "why not now" once it runs. What is not saved is kept in the tab.
 *
 * @summary The editor of a campaign.
 * @event {CustomEvent<{ id: string }>} save-campaign - The draft was saved.
 * @event {CustomEvent<{ id: string, state: string }>} change-state - It was launched, paused, resumed or completed.
 * @csspart icon - A drawing in the flow.
 */
export class CampaignEditor extends Widget {
  static override tag = 'campaign-editor';
  static override widgetName = 'campaign-editor' as const;
  static override permission = 'campaign.read' as const;
  static override uses = [AudiencePicker, Badge, Checkbox, NumberField, ScheduleFields, Select, StepCard, Switch];
  static override later = [...Widget.later, async () => (await import('../../kit/dialog.ts')).Dialog];
  static override styles = [Widget.styles, campaignEditorStyles];
  protected override readonly skeleton = 'flow';

  /** The campaign to edit; empty starts a new one. */
  @property({ attribute: 'campaign-id' }) campaignId = '';
  /** Shows a way back; `close-editor` tells when it was taken. */
  @property({ type: Boolean }) closable = false;
  @state() private draft: CampaignDraft | null = null;
  @state() private dirty = false;
  @state() private busy = false;
  @state() private openStep = 0;
  @state() private confirming = false;
  @state() private stepErrors: Record<number, string> = {};

  readonly #campaign = new Query<Campaign>(this, {
    key: () => (this.campaignId ? ['campaigns', 'get', this.campaignId] : null),
    ask: (session) => session.client.campaigns.get({ id: this.campaignId }),
    onFailure: this.onFailure,
  });
  readonly #steps = new Query(this, {
    key: () => (this.#campaign.value?.launchedAt ? ['campaigns', 'steps', this.campaignId] : null),
    ask: (session) => session.client.analytics.steps({ campaignId: this.campaignId }),
  });
  readonly #why = new Query(this, {
    key: () =>
      this.#campaign.value?.launchedAt && this.#campaign.value.state !== 'completed'
        ? ['campaigns', 'why', this.campaignId]
        : null,
    ask: (session) => session.client.campaigns.whyNotNow({ id: this.campaignId }),
  });
  readonly #mailboxes = new Query(this, {
    key: () => ['mailboxes', 'list', 'choice'],
    ask: async (session) => session.client.mailboxes.list({ limit: 100 }),
  });
  readonly #size = new Query(this, {
    key: () => (this.confirming && this.draft?.audience.filter ? ['leads', 'count', this.draft.audience.filter] : null),
    ask: (session) => session.client.leads.count({ filter: this.draft?.audience.filter ?? {} }),
  });
  readonly #leads = new Query(this, {
    key: () => ['leads', 'list', 'sample'],
    ask: async (session) => session.client.leads.list({ limit: 1 }),
  });

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('campaignId')) [this.draft, this.dirty, this.stepErrors] = [null, false, {}];
    if (!this.draft && this.session?.current) this.#takeUp(this.session);
    const campaign = this.#campaign.value;
    if (campaign && !this.dirty && !this.busy && campaign.id === this.campaignId) {
      // What the platform has is the truth until somebody types. A running campaign opens as an overview.
      if (!this.draft) this.openStep = campaign.launchedAt ? -1 : 0;
      this.draft = draftOf(campaign);
    } else if (!this.campaignId && !this.draft && this.session?.current) {
      this.draft = emptyDraft(msg('New campaign'), this.session.timeZone);
    }
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    holdUnsaved(this, this.dirty);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    holdUnsaved(this, false);
  }

  /** Names what is kept of it in this tab until it is saved. */
  get #draftName(): string {
    return this.campaignId || 'new campaign';
  }

  /** Goes on with what was written here and not saved. */
  #takeUp(session: Session): void {
    const kept = session.can('campaign.write') ? keptDraft<CampaignDraft>(session, this.#draftName) : null;
    if (kept) [this.draft, this.dirty] = [kept, true];
  }

  readonly #discard = (): void => {
    if (this.session) keepDraft(this.session, this.#draftName, null);
    [this.draft, this.dirty, this.stepErrors] = [null, false, {}];
  };

  get #refused(): boolean {
    return Object.values(this.stepErrors).some(Boolean);
  }

  #edit(change: Partial<CampaignDraft>): void {
    if (!this.draft || !this.session) return;
    this.draft = { ...this.draft, ...change };
    this.dirty = true;
    keepDraft(this.session, this.#draftName, this.draft);
  }

  #editStep(at: number, step: StepInput): void {
    this.#edit({ steps: (this.draft?.steps ?? []).map((other, index) => (index === at ? step : other)) });
    this.stepErrors = { ...this.stepErrors, [at]: '' };
  }

  readonly #save = async (): Promise<Campaign | null> => {
    const { session, draft } = this;
    if (!session || !draft) return null;
    this.busy = true;
    try {
      const values = valuesOf(draft);
      const saved = this.campaignId
        ? await session.client.campaigns.update({ ...values, id: this.campaignId })
        : await session.client.campaigns.create(values);
      session.cache.write(['campaigns', 'get', saved.id], saved);
      session.cache.invalidate(['campaigns', 'list']);
      // What was written while it was saved is not saved yet.
      this.dirty = this.draft !== draft;
      this.stepErrors = {};
      keepDraft(session, this.#draftName, null);
      if (this.dirty) keepDraft(session, saved.id, this.draft);
      if (this.campaignId !== saved.id) this.campaignId = saved.id;
      this.announce('save-campaign', { id: saved.id });
      return saved;
    } catch (error) {
      const failure = toFailure(error);
      this.stepErrors = stepErrorsOf(failure);
      const [wrong] = Object.keys(this.stepErrors);
      if (wrong) this.openStep = Number(wrong);
      void this.toast({ text: textOf(failure), tone: 'danger' });
      return null;
    } finally {
      this.busy = false;
    }
  };

  readonly #act = async (act: Act): Promise<void> => {
    const { session } = this;
    this.confirming = false;
    if (!session) return;
    if (this.dirty || !this.campaignId) if (!(await this.#save())) return;
    this.busy = true;
    const worked = await this.attempt(async () => {
      const changed = await session.client.campaigns[act]({ id: this.campaignId });
      session.cache.write(['campaigns', 'get', changed.id], changed);
      session.cache.invalidate(['campaigns']);
      this.announce('change-state', { id: changed.id, state: changed.state });
    });
    this.busy = false;
    if (worked && act === 'launch')
      void this.toast(msg('The campaign is running. The first mails leave in the next window.'));
  };

  async #restore(session: Session): Promise<void> {
    if (await this.attempt(() => session.client.campaigns.restore({ ids: [this.campaignId] })))
      session.cache.invalidate(['campaigns']);
  }

  protected override view(session: Session): TemplateResult {
    if (this.campaignId && !(this.draft && this.#campaign.value))
      return html`${this.show(this.#campaign, () => this.loading())}`;
    const { draft } = this;
    if (!draft) return this.loading();
    const campaign = this.#campaign.value;
    const locked = !session.can('campaign.write') || campaign?.state === 'completed' || Boolean(campaign?.archivedAt);
    return html`${this.#bar(session, draft, campaign, locked)}
      ${campaign?.launchedAt ? campaignFigures({ prefix: this.tagPrefix, session, campaign, steps: this.#steps.value?.steps ?? [] }) : ''}
      <div class="layout">
        <div class="main">
          <div class="flow">${this.#flow(session, draft, campaign, locked)}</div>
          ${campaign ? campaignHistory(this.tagPrefix, session, campaign.id) : ''}
        </div>
        ${campaignAside({
          session,
          draft,
          campaign,
          locked,
          blockers: this.dirty ? [] : (campaign?.blockers ?? []),
          refused: this.#refused,
          mailboxes: this.#mailboxes.value?.items ?? null,
          reasons: this.#why.value?.reasons ?? [],
          withMailboxes: (content) => this.show(this.#mailboxes, ({ items }) => content(items), 'text'),
          edit: (change) => this.#edit(change),
        })}
      </div>
      ${launchDialog({
        open: this.confirming,
        count: audienceSize(draft.audience, this.#size.value?.count),
        format: this.format,
        close: () => (this.confirming = false),
        launch: () => void this.#act('launch'),
      })}`;
  }

  #bar(session: Session, draft: CampaignDraft, campaign: Campaign | null, locked: boolean): TemplateResult {
    return campaignBar({
      name: draft.name,
      now: campaign ? shownState(campaign) : 'draft',
      back: this.closable ? () => this.tell('close-editor') : null,
      rename: locked ? null : (name) => this.#edit({ name }),
      dirty: this.dirty,
      unsaved: this.dirty || !this.campaignId,
      busy: this.busy,
      save: () => void this.#save(),
      discard: this.#discard,
      launches: session.can('campaign.launch'),
      ready: launchChecks(draft, { mailboxes: this.#mailboxes.value?.items ?? null, refused: this.#refused }).every(
        ([done]) => done,
      ),
      act: (act) => {
        if (act === 'launch') this.confirming = true;
        else if (act === 'restore') void this.#restore(session);
        else void this.#act(act);
      },
    });
  }

  #flow(session: Session, draft: CampaignDraft, campaign: Campaign | null, locked: boolean): TemplateResult {
    const lead = this.#leads.value?.items[0]?.id ?? '';
    return html`${draft.steps.map(
      (step, at) =>
        html`${at > 0 || step.delay.amount > 0 ? stepDelay(step, locked, (delay) => this.#editStep(at, { ...step, delay })) : ''}
          <x-step-card
            .session=${session}
            .step=${step}
            position=${at}
            count=${draft.steps.length}
            lead-id=${lead}
            error=${this.stepErrors[at] ?? ''}
            ?open=${this.openStep === at}
            ?locked=${locked}
            .counts=${this.#steps.value?.steps.find((one) => one.stepId === step.id)?.counts ?? null}
            @toggle-step=${() => (this.openStep = this.openStep === at ? -1 : at)}
            @edit=${(event: CustomEvent<StepInput>) => this.#editStep(at, event.detail)}
            @act=${(event: CustomEvent<string>) => this.#edit({ steps: arrange(draft.steps, at, event.detail) })}
          ></x-step-card>`,
    )}
    ${
      locked || draft.steps.length >= 20
        ? ''
        : addStep(Boolean(campaign?.launchedAt), () => {
            this.#edit({ steps: [...draft.steps, newStep(false)] });
            this.openStep = draft.steps.length;
          })
    }`;
  }
}
