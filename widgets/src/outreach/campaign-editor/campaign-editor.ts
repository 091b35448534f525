import type { Campaign } from '@tabard/contract';
import type { TemplateResult } from 'lit';
import { property, state } from '../../base/decorators.ts';
import { textOf } from '../../base/failure-text.ts';
import { toFailure } from '../../base/failure.ts';
import { html } from '../../base/html.ts';
import { Query } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';
import { ViewQuery } from '../../core/view-query.ts';
import { Widget } from '../../core/widget.ts';
import { Badge } from '../../kit/badge.ts';
import { Checkbox } from '../../kit/checkbox.ts';
import { NumberField } from '../../kit/number-field.ts';
import { Select } from '../../kit/select.ts';
import { Switch } from '../../kit/switch.ts';
import { Tabs } from '../../kit/tabs.ts';
import { Confirmation } from '../../core/confirmation.ts';
import { shownState } from '../campaign-labels.ts';
import { AudiencePicker, audienceSize, leadsAsked } from './audience-picker.ts';
import { campaignBar, type CampaignAct } from './campaign-bar.ts';
import { arrange, markedAt, newStep, type CampaignDraft } from './campaign-draft.ts';
import { campaignFlow } from './campaign-flow.ts';
import { campaignHistory } from './campaign-history.ts';
import { campaignEditorStyles } from './campaign-editor.styles.ts';
import { campaignSettings } from './campaign-settings.ts';
import { CampaignWriting } from './campaign-writing.ts';
import { isReady, launchChecklist, standingBlockers, type Known } from './launch-checks.ts';
import type { PeopleView, SteerLead } from './campaign-people.ts';
import type * as launchViews from './launch-dialog.ts';
import type * as runningViews from './running-campaign.ts';
import { campaignTabs, type CampaignTab } from './campaign-tabs.ts';
import { StepCard } from './step-card.ts';

/** What only a launched campaign shows, once somebody opened one. */
let running: typeof runningViews | null = null;
/** What asks before a launch, once somebody wanted one. */
let launching: typeof launchViews | null = null;

/**
 * One campaign from the first word to the last reply: mails from top to bottom, who gets them, from which mailboxes and when; a
 * checklist before launch; once it runs, views of what it brings, its mails, its people and its settings. What is not saved is kept in
 * the tab.
 *
 * @summary The editor of a campaign.
 * @event {CustomEvent<{ id: string, state: string }>} change-state - It was launched, paused, resumed or completed.
 * @event navigate - It wants to go to `/leads/{id}`.
 * @csspart icon - A drawing in the flow.
 */
export class CampaignEditor extends CampaignWriting {
  static override tag = 'campaign-editor';
  static override widgetName = 'campaign-editor' as const;
  static override permission = 'campaign.read' as const;
  static override uses = [AudiencePicker, Badge, Checkbox, NumberField, Select, StepCard, Switch, Tabs];
  static override later = [
    ...Widget.later,
    async () => (await import('./schedule-fields.ts')).ScheduleFields,
    async () => (await import('../../kit/dialog.ts')).Dialog,
    async () => (await import('../../kit/menu.ts')).Menu,
  ];
  static override styles = [Widget.styles, campaignEditorStyles];
  protected override readonly skeleton = 'flow';

  /** Shows a way back; `close-editor` tells when it was taken. */
  @property({ type: Boolean }) closable = false;
  @state() private openStep = 0;
  @state() private confirming = false;
  @state() private tab: CampaignTab = 'overview';
  @state() private people: PeopleView = { state: '', steps: '' };
  readonly #ask = new Confirmation(this);
  /** What asks first comes when something is about to end. */
  readonly #sure = async () => new (await import('./sure-first.ts')).SureFirst(this.#ask);
  /** @internal */
  readonly viewQuery = new ViewQuery(
    this,
    () => ({ tab: this.tab === 'overview' ? '' : this.tab, ...this.people }),
    ({ tab, state = '', steps = '' }) => {
      this.tab = campaignTabs.find((one) => one === tab) ?? 'overview';
      this.people = { state: state as PeopleView['state'], steps: /^\d{1,2}$/.test(steps) ? steps : '' };
    },
  );

  readonly #steps = new Query(this, {
    key: () => (this.campaign.value?.launchedAt ? ['campaigns', 'steps', this.campaignId] : null),
    ask: (session) => session.client.analytics.steps({ campaignId: this.campaignId }),
  });
  readonly #why = new Query(this, {
    key: () =>
      this.campaign.value?.launchedAt && this.campaign.value.state !== 'completed'
        ? ['campaigns', 'why', this.campaignId]
        : null,
    ask: (session) => session.client.campaigns.whyNotNow({ id: this.campaignId }),
  });
  readonly #mailboxes = new Query(this, {
    key: () => ['mailboxes', 'list', 'choice'],
    ask: async (session) => session.client.mailboxes.list({ limit: 100 }),
  });
  readonly #size = new Query(this, {
    key: () => {
      const asked = this.campaign.value?.launchedAt ? null : leadsAsked(this.draft?.audience ?? {});
      return asked ? ['leads', 'count', asked] : null;
    },
    ask: (session) => session.client.leads.count(leadsAsked(this.draft?.audience ?? {}) ?? {}),
  });
  readonly #leads = new Query(this, {
    key: () => ['leads', 'list', 'sample'],
    ask: async (session) => session.client.leads.list({ limit: 1 }),
  });

  protected override showStep(at: number | null): void {
    this.openStep = at ?? -1;
    if (at !== null && this.campaign.value?.launchedAt) this.tab = 'sequence';
  }
  protected override showSettings(): void {
    this.tab = 'settings';
  }

  readonly #act = async (act: CampaignAct): Promise<void> => {
    const { session } = this;
    const campaign = this.campaign.value;
    this.confirming = false;
    if (!session) return;
    if (campaign && !(await (await this.#sure()).end(session, campaign, act))) return;
    if (this.dirty || !this.campaignId) if (!(await this.save())) return;
    this.busy = true;
    await this.attempt(async () => {
      const { changeCampaign, goOnInBar } = await import('./change-campaign.ts');
      const announce = (change: { id: string; state: string }): void => void this.announce('change-state', change);
      await changeCampaign(session, this.campaignId, act, {
        announce,
        toast: (toast) => void this.toast(toast),
        attempt: (change) => void this.attempt(change),
      });
      this.busy = false;
      await this.updateComplete;
      goOnInBar(this.renderRoot.querySelector('.push'));
    });
    this.busy = false;
  };

  readonly #askLaunch = (): void =>
    void this.attempt(async () => {
      launching = await import('./launch-dialog.ts');
      this.confirming = true;
    });

  /** Takes mailboxes over; those that a launched campaign sends through go only after a question. */
  async #chooseMailboxes(session: Session, { mailboxIds: before }: CampaignDraft, mailboxIds: string[]): Promise<void> {
    const campaign = this.campaign.value;
    if (!campaign?.launchedAt || (await (await this.#sure()).chooseMailboxes(session, campaign, before, mailboxIds)))
      this.edit({ mailboxIds });
    else this.requestUpdate();
  }

  /** Moves, copies or removes a step; one of a launched campaign goes only after a question. */
  async #arrange(session: Session, at: number, act: string): Promise<void> {
    const campaign = this.campaign.value;
    const asks = act === 'remove' && campaign?.launchedAt && this.draft?.steps[at]?.id;
    if (!asks || (await (await this.#sure()).removeStep(session, campaign, at)))
      this.edit({ steps: arrange(this.draft?.steps ?? [], at, act) });
  }

  async #steer(session: Session, act: SteerLead): Promise<void> {
    if (!(await (await this.#sure()).steerLead(act))) return;
    const { steerLead } = await import('./steer-lead.ts');
    await steerLead(act, {
      session,
      attempt: (change) => this.attempt(change),
      toast: (toast) => void this.toast(toast),
    });
  }

  protected override view(session: Session): TemplateResult {
    if (this.campaignId && !(this.draft && this.campaign.value))
      return html`${this.show(this.campaign, () => this.loading())}`;
    const { draft } = this;
    if (!draft) return this.loading();
    const campaign = this.campaign.value;
    const locked = !session.can('campaign.write') || campaign?.state === 'completed' || Boolean(campaign?.archivedAt);
    return html`${this.#bar(session, draft, campaign, locked)}${this.#refusal()}
    ${
      campaign?.launchedAt
        ? this.#running(session, draft, campaign, locked)
        : html`<div class="layout">
            <div class="main">
              ${this.#flow(session, draft, false, locked)}
              ${campaign ? campaignHistory(this.tagPrefix, session, campaign.id) : ''}
            </div>
            <div class="aside">
              ${launchChecklist(draft, this.#known(draft))} ${this.#settings(session, draft, campaign, locked)}
            </div>
          </div>`
    }
    ${launching?.launchDialog({
      open: this.confirming,
      count: audienceSize(draft.audience, this.#size.value?.count),
      format: this.format,
      close: () => (this.confirming = false),
      launch: () => void this.#act('launch'),
    })}${this.#ask.view()}`;
  }

  /** Why it could not be saved, but for what is marked where it is. */
  #refusal(): TemplateResult | '' {
    const { failure } = this;
    if (!failure) return '';
    const details = failure.details.filter(({ path }) => !markedAt(path) && !/^steps\.\d/.test(path));
    return details.length > 0 || failure.details.length === 0
      ? html`<x-banner class="refusal" tone="danger">${textOf({ ...failure, details })}</x-banner>`
      : '';
  }

  #running(session: Session, draft: CampaignDraft, campaign: Campaign, locked: boolean): TemplateResult {
    if (!running) {
      void import('./running-campaign.ts').then(
        (loaded) => {
          running = loaded;
          this.requestUpdate();
        },
        (error: unknown) => session.report(toFailure(error)),
      );
      return this.loading('figures');
    }
    return running.runningCampaign({
      prefix: this.tagPrefix,
      session,
      campaign,
      tab: this.tab,
      people: this.people,
      reasons: this.#why.value?.reasons ?? [],
      mailboxes: this.#mailboxes.value?.items ?? [],
      sequence: () => this.#flow(session, draft, true, locked),
      settings: () => this.#settings(session, draft, campaign, locked),
      show: (tab) => (this.tab = tab),
      narrow: (people) => (this.people = people),
      openLead: ({ id }) => void this.navigate(`/leads/${id}`),
      steer: (act) => void this.#steer(session, act),
    });
  }

  #known({ audience }: CampaignDraft): Known {
    const said = this.dirty ? [] : (this.campaign.value?.blockers ?? []);
    const blockers = standingBlockers(said, audienceSize(audience, this.#size.value?.count));
    return { blockers, refused: this.refused, mailboxes: this.#mailboxes.value?.items ?? null };
  }

  #settings(session: Session, draft: CampaignDraft, campaign: Campaign | null, locked: boolean): TemplateResult {
    return campaignSettings({
      session,
      draft,
      campaign,
      locked,
      errors: this.fieldErrors,
      withMailboxes: (content) => this.show(this.#mailboxes, ({ items }) => content(items), 'text'),
      edit: (change) => this.edit(change),
      chooseMailboxes: (ids) => void this.#chooseMailboxes(session, draft, ids),
    });
  }

  #bar(session: Session, draft: CampaignDraft, campaign: Campaign | null, locked: boolean): TemplateResult {
    return campaignBar({
      name: draft.name,
      now: campaign ? shownState(campaign) : 'draft',
      back: this.closable ? () => this.tell('close-editor') : null,
      problem: this.fieldErrors['name'] ?? '',
      rename: locked ? null : (name) => this.edit({ name }),
      stored: Boolean(this.campaignId),
      dirty: this.dirty,
      unsaved: this.dirty || !this.campaignId,
      busy: this.busy,
      save: () => void this.save(),
      discard: this.discard,
      launches: session.can('campaign.launch'),
      ready: isReady(draft, this.#known(draft)),
      act: (act) => {
        if (act === 'launch') this.#askLaunch();
        else void this.#act(act);
      },
    });
  }

  #flow(session: Session, { steps }: CampaignDraft, launched: boolean, locked: boolean): TemplateResult {
    return campaignFlow({
      session,
      steps,
      launched,
      locked,
      leadId: this.#leads.value?.items[0]?.id ?? '',
      errors: this.stepErrors,
      open: this.openStep,
      results: this.#steps.value?.steps ?? [],
      toggle: (at) => (this.openStep = this.openStep === at ? -1 : at),
      edit: (at, step) => this.editStep(at, step),
      arrange: (at, act) => void this.#arrange(session, at, act),
      add: () => {
        this.edit({ steps: [...steps, newStep(false)] });
        this.openStep = steps.length;
      },
    });
  }
}
