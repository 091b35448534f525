import { msg } from '@lit/localize';
import type { Campaign } from '@tabard/contract';
import { type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from '../../base/decorators.ts';
import type { StepInput } from '../../core/client.ts';
import { toFailure } from '../../base/failure.ts';
import { html } from '../../base/html.ts';
import { Query } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';
import { textOf } from '../../base/failure-text.ts';
import { Widget } from '../../core/widget.ts';
import { Badge } from '../../kit/badge.ts';
import { Checkbox } from '../../kit/checkbox.ts';
import { Dialog } from '../../kit/dialog.ts';
import { NumberField } from '../../kit/number-field.ts';
import { Select } from '../../kit/select.ts';
import { Switch } from '../../kit/switch.ts';
import { shownState, stateTones, stateWord } from '../campaign-labels.ts';
import { AudiencePicker } from './audience-picker.ts';
import { draftOf, emptyDraft, newStep, valuesOf, type CampaignDraft } from './campaign-draft.ts';
import { campaignFigures } from './campaign-figures.ts';
import { campaignHistory } from './campaign-history.ts';
import { campaignRules } from './campaign-rules.ts';
import { campaignEditorStyles } from './campaign-editor.styles.ts';
import { launchChecklist, launchChecks } from './launch-checks.ts';
import { launchDialog } from './launch-dialog.ts';
import { mailboxChoice } from './mailbox-choice.ts';
import { ScheduleFields } from './schedule-fields.ts';
import { StepCard } from './step-card.ts';
import { stepDelay } from './step-delay.ts';
import { whyNotNow } from './why-not-now.ts';

type Act = 'launch' | 'pause' | 'resume' | 'complete';
/** A mistake in a step comes back from the platform as `steps.<position>.…`. */
const STEP_PATH = /^steps\.(\d+)/;

/**
 * One campaign from the first word to the last reply: a flow of mails read from top to bottom, who gets them, from which
 * mailboxes and when; a checklist before launch, figures and "why not now" once it runs.
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
  static override uses = [
    AudiencePicker,
    Badge,
    Checkbox,
    Dialog,
    NumberField,
    ScheduleFields,
    Select,
    StepCard,
    Switch,
  ];
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
  readonly #leads = new Query(this, {
    key: () => ['leads', 'list', 'sample'],
    ask: async (session) => session.client.leads.list({ limit: 1 }),
  });

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('campaignId')) [this.draft, this.dirty, this.stepErrors] = [null, false, {}];
    const campaign = this.#campaign.value;
    if (campaign && !this.dirty && !this.busy && campaign.id === this.campaignId) {
      // What the platform has is the truth until somebody types.
      // A running campaign opens as an overview; what somebody opened since stays open.
      if (!this.draft) this.openStep = campaign.launchedAt ? -1 : 0;
      this.draft = draftOf(campaign);
    } else if (!this.campaignId && !this.draft && this.session?.current) {
      this.draft = emptyDraft(msg('New campaign'), this.session.timeZone);
    }
  }

  #edit(change: Partial<CampaignDraft>): void {
    if (!this.draft) return;
    this.draft = { ...this.draft, ...change };
    this.dirty = true;
  }

  #editStep(at: number, step: StepInput): void {
    this.#edit({ steps: (this.draft?.steps ?? []).map((other, index) => (index === at ? step : other)) });
    this.stepErrors = { ...this.stepErrors, [at]: '' };
  }

  #arrange(at: number, act: string): void {
    const steps = [...(this.draft?.steps ?? [])];
    const step = steps[at];
    if (!step) return;
    if (act === 'remove') steps.splice(at, 1);
    else if (act === 'copy') steps.splice(at + 1, 0, { ...step, id: undefined });
    else {
      steps.splice(at, 1);
      steps.splice(act === 'up' ? at - 1 : at + 1, 0, step);
    }
    this.#edit({ steps });
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
      [this.dirty, this.stepErrors] = [false, {}];
      if (this.campaignId !== saved.id) this.campaignId = saved.id;
      this.announce('save-campaign', { id: saved.id });
      return saved;
    } catch (error) {
      const failure = toFailure(error);
      const wrong = failure.details.flatMap(({ path, message }) => {
        const at = STEP_PATH.exec(path)?.[1];
        return at === undefined ? [] : [[Number(at), message] as const];
      });
      this.stepErrors = Object.fromEntries(wrong);
      if (wrong[0]) this.openStep = wrong[0][0];
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
    if (this.campaignId && !this.draft) return html`${this.show(this.#campaign, () => this.loading())}`;
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
        <div class="aside">
          ${campaign?.launchedAt ? whyNotNow(this.#why.value?.reasons ?? [], this.format) : launchChecklist(draft, this.dirty ? [] : (campaign?.blockers ?? []), this.#mailboxes.value?.items ?? null)}
          <section class="panel card">
            <h2>${msg('Audience')}</h2>
            <x-audience-picker
              .session=${session}
              .audience=${draft.audience}
              ?locked=${locked || Boolean(campaign?.launchedAt)}
              @edit=${(event: CustomEvent<CampaignDraft['audience']>) => this.#edit({ audience: event.detail })}
            ></x-audience-picker>
          </section>
          <section class="panel card">
            <h2>${msg('Mailboxes')}</h2>
            ${this.show(this.#mailboxes, ({ items }) => mailboxChoice({ items, chosen: draft.mailboxIds, locked, format: this.format, edit: (mailboxIds) => this.#edit({ mailboxIds }) }), 'text')}
          </section>
          <section class="panel card">
            <h2>${msg('Schedule')}</h2>
            <x-schedule-fields
              .schedule=${draft.schedule}
              locale=${session.locale}
              ?locked=${locked}
              @edit=${(event: CustomEvent<CampaignDraft['schedule']>) => this.#edit({ schedule: event.detail })}
            ></x-schedule-fields>
          </section>
          <section class="panel card">
            <h2>${msg('Rules')}</h2>
            ${campaignRules(draft, locked, (change) => this.#edit(change))}
          </section>
        </div>
      </div>
      ${launchDialog(
        this.confirming,
        () => (this.confirming = false),
        () => void this.#act('launch'),
      )}`;
  }

  #bar(session: Session, draft: CampaignDraft, campaign: Campaign | null, locked: boolean): TemplateResult {
    const now = campaign ? shownState(campaign) : 'draft';
    const launches = session.can('campaign.launch');
    return html`<div class="bar">
      ${this.closable ? html`<x-button variant="quiet" icon="back" label=${msg('Back to campaigns')} @click=${() => this.tell('close-editor')}></x-button>` : ''}
      <input
        class="title"
        aria-label=${msg('Name of the campaign')}
        .value=${draft.name}
        ?disabled=${locked}
        @input=${(event: Event) => this.#edit({ name: (event.target as HTMLInputElement).value })}
      />
      <x-badge dot tone=${stateTones[now]}>${stateWord(now)}</x-badge>
      <div class="row push">
        ${this.dirty ? html`<span class="caption">${msg('Unsaved changes')}</span>` : ''}
        ${locked ? '' : html`<x-button ?busy=${this.busy} ?disabled=${!this.dirty && Boolean(this.campaignId)} @click=${() => void this.#save()}>${msg('Save')}</x-button>`}
        ${launches && now === 'draft' ? html`<x-button variant="primary" icon="send" ?disabled=${!launchChecks(draft, this.#mailboxes.value?.items ?? null).every(([done]) => done)} @click=${() => (this.confirming = true)}>${msg('Launch campaign')}</x-button>` : ''}
        ${launches && now === 'running' ? html`<x-button icon="pause" @click=${() => void this.#act('pause')}>${msg('Pause')}</x-button>` : ''}
        ${launches && now === 'archived' ? html`<x-button icon="archive" @click=${() => void this.#restore(session)}>${msg('Restore')}</x-button>` : ''}
        ${launches && now === 'paused' ? html`<x-button variant="primary" icon="play" @click=${() => void this.#act('resume')}>${msg('Resume')}</x-button>` : ''}
      </div>
    </div>`;
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
            @act=${(event: CustomEvent<string>) => this.#arrange(at, event.detail)}
          ></x-step-card>`,
    )}
    ${
      locked || draft.steps.length >= 20
        ? ''
        : html`<div class="wire"></div>
            <x-button
              class="add"
              icon="plus"
              @click=${() => {
                this.#edit({ steps: [...draft.steps, newStep(false)] });
                this.openStep = draft.steps.length;
              }}
              >${campaign?.launchedAt ? msg('Add a step at the end') : msg('Add a follow-up')}</x-button
            >`
    }`;
  }
}
