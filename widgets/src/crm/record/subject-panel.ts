import { msg } from '@lit/localize';
import type { RecordSubject } from '@tabard/contract/crm/record-subject';
import { css, type CSSResultGroup } from 'lit';
import { property, query } from '../../base/decorators.ts';
import { textOf } from '../../base/failure-text.ts';
import { toFailure } from '../../base/failure.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement, type PrefixedElementClass } from '../../base/prefixed-element.ts';
import type { Session } from '../../core/session.ts';
import { Banner } from '../../kit/banner.ts';
import { Button } from '../../kit/button.ts';
import { EmptyState } from '../../kit/empty-state.ts';
import { Skeleton } from '../../kit/skeleton.ts';
import { Toaster, type Toast } from '../../kit/toaster.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';

/**
 * The base of what stands on the page of a lead, a company or a deal: its list in its states, and changes that say what failed and how to take
 * them back.
 *
 * @event open-place - Somebody wants to go somewhere; `detail` is its address.
 */
export abstract class SubjectPanel extends PrefixedElement {
  static override uses: readonly PrefixedElementClass[] = [Banner, Button, EmptyState, Skeleton, Toaster];
  static override styles: CSSResultGroup = [
    widgetStyles,
    css`
      .stack {
        display: flex;
        flex-direction: column;
        gap: var(--_space-4);
        min-inline-size: 0;
      }
      ul {
        display: flex;
        flex-direction: column;
        margin: 0;
        padding: 0;
        list-style: none;
      }
    `,
  ];
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) subject!: RecordSubject;
  @query('.toaster') private toaster!: Toaster;

  /** First word of the answers that its changes make old. */
  protected abstract readonly area: string;

  protected toast(toast: Toast): void {
    this.toaster.show(toast);
  }

  /** Runs a change; what failed is said. Without a connection nothing is tried. */
  protected async attempt(change: () => PromiseLike<unknown>): Promise<boolean> {
    try {
      if (!navigator.onLine) throw Object.assign(new Error(), { code: 'client.offline' });
      await change();
      this.session.cache.invalidate([this.area]);
      this.session.cache.invalidate(['timeline']);
      return true;
    } catch (error) {
      this.toast({ text: textOf(toFailure(error)), tone: 'danger' });
      return false;
    }
  }

  /** Does something and offers the way back. */
  protected async withUndo(
    text: string,
    change: () => PromiseLike<unknown>,
    back: () => PromiseLike<unknown>,
  ): Promise<void> {
    if (!(await this.attempt(change))) return;
    this.toast({ text, action: { label: msg('Undo'), run: () => void this.attempt(back) } });
  }

  protected abstract content(): unknown;

  override render(): unknown {
    return html`<div class="stack">${this.content()}</div>
      <x-toaster class="toaster"></x-toaster>`;
  }
}
