import { msg } from '@lit/localize';
import type { Campaign } from '@tabard/contract';
import type { PropertyValues } from 'lit';
import { property, state } from '../../base/decorators.ts';
import { toFailure, type Failure } from '../../base/failure.ts';
import type { StepInput } from '../../core/client.ts';
import { holdUnsaved, keepDraft, keptDraft } from '../../core/drafts.ts';
import { Query } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';
import { Widget } from '../../core/widget.ts';
import {
  draftOf,
  emptyDraft,
  fieldErrorsOf,
  markedAt,
  stepErrorsOf,
  valuesOf,
  type CampaignDraft,
  type FieldErrors,
  type StepErrors,
} from './campaign-draft.ts';
import { learnFurtherWords } from '../../core/learn-further-words.ts';

/**
 * A campaign being written: read, changed, saved, and kept in the tab until then. What it looks like is its heir's.
 *
 * @event {CustomEvent<{ id: string }>} save-campaign - The draft was saved.
 */
export abstract class CampaignWriting extends Widget {
  /** The campaign to edit; empty starts a new one. */
  @property({ attribute: 'campaign-id' }) campaignId = '';
  @state() protected draft: CampaignDraft | null = null;
  @state() protected dirty = false;
  @state() protected busy = false;
  @state() protected stepErrors: StepErrors = {};
  /** Why it could not be saved; what is written next takes it away. */
  @state() protected failure: Failure | null = null;

  protected readonly campaign = new Query<Campaign>(this, {
    key: () => (this.campaignId ? ['campaigns', 'get', this.campaignId] : null),
    ask: (session) => session.client.campaigns.get({ id: this.campaignId }),
    onFailure: this.onFailure,
  });
  /** Opens one of the steps, counted from 0, or none. */
  protected abstract showStep(at: number | null): void;
  /** Opens what stands beside the steps. */
  protected abstract showSettings(): void;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('campaignId')) [this.draft, this.dirty, this.stepErrors, this.failure] = [null, false, {}, null];
    if (!this.draft && this.session?.current) this.#takeUp(this.session);
    const campaign = this.campaign.value;
    if (campaign && !this.dirty && !this.busy && campaign.id === this.campaignId) {
      // What the platform has is the truth until somebody types. A running campaign opens with no step at hand.
      if (!this.draft) this.showStep(campaign.launchedAt ? null : 0);
      this.draft = draftOf(campaign);
    } else if (!this.campaignId && !this.draft && this.session?.current) {
      this.draft = emptyDraft(msg('New campaign'), this.session.timeZone);
    }
  }

  protected override firstUpdated(): void {
    super.firstUpdated();
    learnFurtherWords(this);
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

  protected readonly discard = (): void => {
    if (this.session) keepDraft(this.session, this.#draftName, null);
    [this.draft, this.dirty, this.stepErrors, this.failure] = [null, false, {}, null];
  };

  /** What is wrong with its fields but for its steps. */
  protected get fieldErrors(): FieldErrors {
    return this.failure ? fieldErrorsOf(this.failure) : {};
  }

  protected get refused(): boolean {
    return Object.keys(this.stepErrors).length > 0;
  }

  protected edit(change: Partial<CampaignDraft>): void {
    if (!this.draft || !this.session) return;
    this.draft = { ...this.draft, ...change };
    this.dirty = true;
    this.failure = null;
    keepDraft(this.session, this.#draftName, this.draft);
  }

  protected editStep(at: number, step: StepInput): void {
    this.edit({ steps: (this.draft?.steps ?? []).map((other, index) => (index === at ? step : other)) });
    const { [at]: _mended, ...others } = this.stepErrors;
    this.stepErrors = others;
  }

  #saving: Promise<Campaign | null> | null = null;

  /** Saves one thing at a time: who saves again meanwhile goes on with what was made, and never makes a second campaign. */
  protected readonly save = async (): Promise<Campaign | null> => {
    while (this.#saving) {
      const saved = await this.#saving;
      if (saved && !this.dirty) return saved;
    }
    this.#saving = this.#write();
    return this.#saving.finally(() => (this.#saving = null));
  };

  async #write(): Promise<Campaign | null> {
    const { session, draft } = this;
    if (!session || !draft) return null;
    [this.busy, this.failure] = [true, null];
    try {
      const values = valuesOf(draft, Boolean(this.campaign.value?.launchedAt));
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
      this.failure = failure;
      if (wrong) this.showStep(Number(wrong));
      else if (failure.details.some(({ path }) => markedAt(path) && path !== 'name')) this.showSettings();
      session.report(failure);
      return null;
    } finally {
      this.busy = false;
    }
  }
}
