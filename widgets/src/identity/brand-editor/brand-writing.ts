import type { OrganizationSettings, SettingName, SettingsSaid, WorkspaceSettings } from '@tabard/contract';
import type { PropertyValues } from 'lit';
import { property, state } from '../../base/decorators.ts';
import { toFailure, type Failure } from '../../base/failure.ts';
import { holdUnsaved, keepDraft, keptDraft } from '../../core/drafts.ts';
import { Query } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';
import { Widget } from '../../core/widget.ts';
import { emptyDraft, isEmpty, lock, say, undoing, type BrandDraft } from './brand-draft.ts';

/** A place whose settings are shown. */
export type Place = WorkspaceSettings | OrganizationSettings;

/**
 * The settings of a place being changed: read, written, saved, taken back, and kept in the tab until then. What it looks like is its heir's.
 *
 * @event {CustomEvent<{ settings: string[] }>} save-settings - Settings were saved.
 */
export abstract class BrandWriting extends Widget {
  /** The organization whose settings are shown; empty for those of the workspace. */
  @property({ attribute: 'organization-id' }) organizationId = '';
  @state() protected draft: BrandDraft = emptyDraft;
  @state() protected busy = false;
  /** Why it could not be saved; what is written next takes it away. */
  @state() protected failure: Failure | null = null;
  /** The place that the draft is of. */
  #of: string | null = null;

  protected readonly workspace = new Query<WorkspaceSettings>(this, {
    key: () => ['settings', 'get'],
    ask: (session) => session.client.settings.get({}),
    onFailure: this.onFailure,
  });
  protected readonly organization = new Query<OrganizationSettings>(this, {
    key: () => (this.organizationId ? ['settings', 'getForOrganization', this.organizationId] : null),
    ask: (session) => session.client.settings.getForOrganization({ organizationId: this.organizationId }),
    onFailure: this.onFailure,
  });

  protected get place(): Query<Place> {
    return this.organizationId ? this.organization : this.workspace;
  }
  protected get dirty(): boolean {
    return !isEmpty(this.draft);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.session?.current || this.#of === this.organizationId) return;
    this.#of = this.organizationId;
    this.failure = null;
    const kept = this.session.can('settings.manage') ? keptDraft<BrandDraft>(this.session, this.#draftName) : null;
    this.draft = kept ?? emptyDraft;
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
    return `settings ${this.organizationId}`;
  }

  #write(draft: BrandDraft): void {
    this.draft = draft;
    this.failure = null;
    if (this.session) keepDraft(this.session, this.#draftName, isEmpty(draft) ? null : draft);
  }

  protected readonly say = (name: SettingName, value: SettingsSaid[SettingName]): void => {
    const settings = this.place.value?.settings;
    if (settings) this.#write(say(settings, this.draft, name, value));
  };
  protected readonly lock = (name: SettingName, locked: boolean): void => {
    const settings = this.place.value?.settings;
    if (settings) this.#write(lock(settings, this.draft, name, locked));
  };
  protected readonly discard = (): void => this.#write(emptyDraft);

  /** Stores the draft; gives the one that takes it back, null where it was refused. */
  protected async store(session: Session): Promise<BrandDraft | null> {
    const { draft, organizationId } = this;
    const settings = this.place.value?.settings;
    if (!settings || this.busy) return null;
    [this.busy, this.failure] = [true, null];
    try {
      await this.#send(session, organizationId, draft);
      keepDraft(session, this.#draftName, null);
      if (this.draft === draft) this.draft = emptyDraft;
      this.announce('save-settings', { settings: [...Object.keys(draft.set), ...draft.reset] });
      return undoing(settings, draft);
    } catch (error) {
      this.failure = toFailure(error);
      return null;
    } finally {
      this.busy = false;
    }
  }

  /** Takes back what was saved. */
  protected takeBack(session: Session, organizationId: string, draft: BrandDraft): Promise<boolean> {
    return this.attempt(() => this.#send(session, organizationId, draft));
  }

  async #send(session: Session, organizationId: string, { set, reset, ...locks }: BrandDraft): Promise<void> {
    const { settings } = session.client;
    const change = { set, reset: [...reset] };
    if (organizationId) {
      const lists = { lock: [...locks.lock], unlock: [...locks.unlock] };
      const saved = await settings.updateForOrganization({ organizationId, ...change, ...lists });
      session.cache.write(['settings', 'getForOrganization', organizationId], saved);
    } else {
      // The form of a workspace has nothing that organizations alone say.
      const own = change as Parameters<typeof settings.update>[0];
      session.cache.write(['settings', 'get'], await settings.update(own));
    }
    session.cache.invalidate(['settings']);
  }
}
