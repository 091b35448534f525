import { css } from 'lit';
import { property } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { PrefixedElement } from '../base/prefixed-element.ts';
import { kitStyles } from './kit.styles.ts';

export type SkeletonShape = 'table' | 'panes' | 'figures' | 'flow' | 'board' | 'text';
const LINES: Record<SkeletonShape, number> = { table: 8, panes: 6, figures: 5, flow: 4, board: 24, text: 3 };

/** The shape of what is about to come; appears only when waiting is felt. */
export class Skeleton extends PrefixedElement {
  static override tag = 'skeleton';
  static override styles = [
    kitStyles,
    css`
      :host {
        display: block;
        flex: 1;
        animation: appear 1ms 150ms both;
      }
      div {
        display: flex;
        flex-direction: column;
        gap: var(--_space-3);
        padding: var(--_space-4) 0;
      }
      .table,
      .panes {
        padding-inline: var(--_space-4);
      }
      i {
        display: block;
        block-size: 20px;
        border-radius: var(--_radius-control);
        background: var(--_pressed);
        animation: breathe 1.6s ease-in-out infinite;
      }
      i:nth-child(3n + 2) {
        inline-size: 86%;
      }
      i:nth-child(3n) {
        inline-size: 71%;
      }
      .figures,
      .board {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(120px, 1fr));
      }
      .board {
        grid-auto-flow: column;
        grid-template: repeat(4, 72px) / none;
        grid-auto-columns: minmax(214px, 1fr);
        overflow: hidden;
      }
      .figures i,
      .board i {
        block-size: 72px;
        inline-size: auto;
      }
      .panes i,
      .flow i {
        block-size: 52px;
      }
      @keyframes appear {
        from {
          opacity: 0;
        }
      }
      @keyframes breathe {
        50% {
          opacity: 0.5;
        }
      }
    `,
  ];
  @property() shape: SkeletonShape = 'table';
  @property() label = '';

  override render(): unknown {
    return html`<div class=${this.shape} role="status" aria-label=${this.label}>
      ${new Array(LINES[this.shape]).fill(html`<i></i>`)}
    </div>`;
  }
}
