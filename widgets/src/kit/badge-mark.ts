import { css, type TemplateResult } from 'lit';
import { html } from '../base/html.ts';

export type Tone = 'neutral' | 'accent' | 'success' | 'warning' | 'danger' | 'info';

/** Looks of a badge, for the roots that draw one. */
export const badgeMarkStyles = css`
  .badge {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    block-size: 20px;
    padding: 0 7px;
    border-radius: var(--_radius-full);
    font-size: var(--_font-size-xs);
    font-weight: var(--_font-weight-medium);
    line-height: 1;
    white-space: nowrap;
    vertical-align: middle;
    max-inline-size: 100%;
    color: var(--_text-muted);
    background: var(--_sunken);
    box-shadow: inset 0 0 0 1px var(--_border);
  }
  .badge i {
    display: block;
    inline-size: 6px;
    block-size: 6px;
    border-radius: 9px;
    background: currentColor;
    flex: none;
  }
  .badge.accent {
    color: var(--_accent-text);
    background: var(--_accent-soft);
    box-shadow: none;
  }
  .badge.success {
    color: var(--_success-text);
    background: var(--_success-soft);
    box-shadow: none;
  }
  .badge.warning {
    color: var(--_warning-text);
    background: var(--_warning-soft);
    box-shadow: none;
  }
  .badge.danger {
    color: var(--_danger-text);
    background: var(--_danger-soft);
    box-shadow: none;
  }
  .badge.info {
    color: var(--_info-text);
    background: var(--_info-soft);
    box-shadow: none;
  }
  @media (forced-colors: active) {
    .badge {
      border: 1px solid;
    }
  }
`;

/** A badge that is no element of its own: in rows that scroll by, each shadow root would cost its share of a frame. */
export const badgeMark = (word: unknown, tone: Tone, dot = false): TemplateResult =>
  html`<span part="badge" class="badge ${tone}">${dot ? html`<i></i>` : ''}${word}</span>`;
