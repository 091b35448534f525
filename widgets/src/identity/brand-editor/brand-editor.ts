import { msg, str } from '@lit/localize';
import type { Brand, BrandInput } from '@tabard/contract';
import type { Mode } from '@tabard/theme';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { query, state } from '../../base/decorators.ts';
import { textOf } from '../../base/failure-text.ts';
import { html } from '../../base/html.ts';
import type { PrefixedElementClass } from '../../base/prefixed-element.ts';
import { Query } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';
import { Widget } from '../../core/widget.ts';
import { widgetParts } from '../../core/widget-parts.ts';
import { Input } from '../../kit/input.ts';
import { NumberField } from '../../kit/number-field.ts';
import { reportForm } from '../../kit/report-form.ts';
import { Select } from '../../kit/select.ts';
import { Switch } from '../../kit/switch.ts';
import { TagInput } from '../../kit/tag-input.ts';
import { TextArea } from '../../kit/text-area.ts';
import { placeChoice } from '../place-choice.ts';
import { lookOf, sizeOf } from './brand-draft.ts';
import { brandEditorStyles } from './brand-editor.styles.ts';
import { brandSections } from './brand-fields.ts';
import { joinSections } from './join-fields.ts';
import { BrandWriting, type Place } from './brand-writing.ts';

/** Milliseconds without a letter after which the mail is laid out anew. */
const RESTS = 250;

/**
 * How a workspace or an organization looks, signs and sends: each setting with where it comes from, to be changed, inherited again or
 * locked for those below, beside a preview that paints while one types.
 *
 * @summary Brand and settings with a live preview.
 * @csspart preview - The preview with what chooses its look.
 * @csspart icon - An icon beside a setting.
 */
export class BrandEditor extends BrandWriting {
  static override tag = 'brand-editor';
  static override widgetName = 'brand-editor' as const;
  static override permission = 'settings.read' as const;
  static override uses: readonly PrefixedElementClass[] = [
    ...widgetParts,
    Input,
    NumberField,
    Select,
    Switch,
    TagInput,
    TextArea,
  ];
  static override later = [
    ...Widget.later,
    async () => (await import('./brand-preview.ts')).BrandPreview,
    async () => (await import('./brand-contrast.ts')).BrandContrast,
  ];
  static override styles: CSSResultGroup = [Widget.styles, brandEditorStyles];
  protected override readonly skeleton = 'flow';

  @state() private mode: Mode = 'light';
  @state() private narrow = false;
  /** What is in front where there is no room for both. */
  @state() private front: 'form' | 'preview' = 'form';
  /** The brand that the mail is laid out in; a moment behind what is typed. */
  @state() private mailed: Brand | null = null;
  @query('form') private form!: HTMLFormElement;
  #moded = false;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #lastMail = '';

  readonly #mail = new Query<{ html: string }>(this, {
    key: () => (this.mailed ? ['settings', 'mail', this.organizationId, this.mode, this.mailed] : null),
    ask: (session) =>
      session.client.settings.previewMail({
        brand: plainBrand(this.mailed),
        mode: this.mode,
        ...(this.organizationId && { organizationId: this.organizationId }),
      }),
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#resting);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const settings = this.place.value?.settings;
    if (!settings) return;
    const look = lookOf(settings, this.draft);
    if (!this.#moded) {
      this.#moded = true;
      if (look.mode === 'dark') this.mode = 'dark';
    }
    this.#lastMail = this.#mail.value?.html ?? this.#lastMail;
    if (JSON.stringify(look) === JSON.stringify(this.mailed)) return;
    clearTimeout(this.#resting);
    if (!this.mailed) this.mailed = look;
    else this.#resting = setTimeout(() => (this.mailed = look), RESTS);
  }

  protected override view(session: Session): TemplateResult {
    return html`${this.show(this.place, (place) => this.#editor(session, place))}`;
  }

  #editor(session: Session, place: Place): TemplateResult {
    const writes = session.can('settings.manage') && this.offers('edit');
    const { settings } = place;
    const editing = {
      settings,
      draft: this.draft,
      writes,
      locks: this.organizationId !== '',
      locale: this.format.locale,
      failure: this.failure,
      say: this.say,
      lock: this.lock,
    };
    return html`${this.#bar(session, place, writes)}
      ${this.failure && !this.#isBeside() ? html`<x-banner tone="danger">${textOf(this.failure)}</x-banner>` : ''}
      <div class="switch" role="group" aria-label=${msg('Show')}>
        ${this.#segment(msg('Settings'), this.front === 'form', () => (this.front = 'form'))}
        ${this.#segment(msg('Preview'), this.front === 'preview', () => (this.front = 'preview'))}
      </div>
      <div class="layout shows-${this.front}">
        <form novalidate @submit=${(event: Event) => void this.#save(session, event)}>
          ${[...brandSections(editing), ...joinSections(editing)].map(
            ({ heading, fields }) =>
              html`<section class="panel" aria-label=${heading}>
                <h2>${heading}</h2>
                ${fields}
              </section>`,
          )}
        </form>
        <section class="preview" part="preview" aria-label=${msg('Preview')}>
          <div class="tools">
            <div class="segments" role="group" aria-label=${msg('Light or dark')}>
              ${this.#segment(msg('Light'), this.mode === 'light', () => (this.mode = 'light'))}
              ${this.#segment(msg('Dark'), this.mode === 'dark', () => (this.mode = 'dark'))}
            </div>
            <div class="segments" role="group" aria-label=${msg('Width')}>
              ${this.#segment(msg('Desk'), !this.narrow, () => (this.narrow = false))}
              ${this.#segment(msg('Phone'), this.narrow, () => (this.narrow = true))}
            </div>
          </div>
          <x-brand-preview
            .brand=${lookOf(settings, this.draft)}
            mode=${this.mode}
            ?narrow=${this.narrow}
            .mail=${this.#lastMail}
          ></x-brand-preview>
        </section>
      </div>`;
  }

  /** Whether what was refused stands beside a field. */
  #isBeside(): boolean {
    return this.failure?.details.some(({ path }) => path.startsWith('set.')) ?? false;
  }

  #segment(words: string, on: boolean, choose: () => void): TemplateResult {
    return html`<button type="button" class="segment" aria-pressed=${on} @click=${choose}>${words}</button>`;
  }

  #bar(session: Session, { name }: Place, writes: boolean): TemplateResult {
    const { value } = this.workspace;
    const choose = (id: string): void => void (this.organizationId = id);
    return html`<div class="bar">
      <h1>${msg('Brand')}</h1>
      ${(value && placeChoice(value, { label: msg('Settings of'), value: this.organizationId, choose })) ?? html`<span class="muted cut">${name}</span>`}
      ${
        writes
          ? html`<span class="acts push">
              ${
                this.dirty
                  ? html`<span class="caption">${msg(str`${sizeOf(this.draft)} not saved`)}</span
                      ><x-button variant="quiet" @click=${this.discard}>${msg('Discard')}</x-button>`
                  : ''
              }
              <x-button
                variant="primary"
                ?disabled=${!this.dirty}
                ?busy=${this.busy}
                @click=${() => void this.#save(session)}
                >${msg('Save')}</x-button
              >
            </span>`
          : ''
      }
    </div>`;
  }

  async #save(session: Session, event?: Event): Promise<void> {
    event?.preventDefault();
    if (!this.dirty) return;
    if (!reportForm(this.form)) return void (this.front = 'form');
    const { organizationId } = this;
    const before = await this.store(session);
    if (!before) return;
    void this.toast({
      text: msg('Saved. Open pages take it up within seconds.'),
      action: { label: msg('Undo'), run: () => void this.takeBack(session, organizationId, before) },
    });
  }
}

/** What the platform takes of a brand to look at. */
function plainBrand(brand: Brand | null): BrandInput {
  return Object.fromEntries(Object.entries(brand ?? {}).filter(([, value]) => value !== null && value !== ''));
}
