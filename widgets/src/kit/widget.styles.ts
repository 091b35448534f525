import { css } from 'lit';
import { kitStyles } from './kit.styles.ts';

/** The frame of an embeddable element. The host's own style sheet may say anything, so display is ours. */
export const widgetStyles = [
  kitStyles,
  css`
    :host {
      display: block !important;
      min-inline-size: 0;
    }
    .root {
      font-family: var(--_font-family, inherit);
      font-size: var(--_font-size-m);
      font-weight: var(--_font-weight-normal);
      font-style: normal;
      line-height: var(--_line-height-text);
      color: var(--_text);
      letter-spacing: normal;
      text-align: start;
      text-transform: none;
      white-space: normal;
      word-spacing: normal;
      direction: inherit;
      cursor: auto;
      visibility: visible;
      -webkit-font-smoothing: antialiased;
      container: widget / inline-size;
      display: flex;
      flex-direction: column;
      block-size: 100%;
      min-block-size: 0;
      min-inline-size: 0;
      overflow-wrap: break-word;
    }
    .root[dir='rtl'] {
      direction: rtl;
    }
    .root[dir='ltr'] {
      direction: ltr;
    }
    .bar {
      display: flex;
      align-items: center;
      gap: var(--_space-2);
      flex-wrap: wrap;
      padding-block-end: var(--_space-4);
    }
    .bar h1 {
      font-size: var(--_font-size-xl);
      font-weight: var(--_font-weight-strong);
      line-height: var(--_line-height-heading);
      letter-spacing: var(--_letter-spacing-heading);
      display: flex;
      align-items: baseline;
      gap: var(--_space-2);
      min-inline-size: 0;
    }
    .push {
      margin-inline-start: auto;
    }
    .row {
      display: flex;
      align-items: center;
      gap: var(--_space-2);
      min-inline-size: 0;
    }
    .panel {
      background: var(--_surface);
      border: var(--_border-width) solid var(--_border);
      border-radius: var(--_radius-card);
      min-inline-size: 0;
    }
    h2 {
      font-size: var(--_font-size-m);
      font-weight: var(--_font-weight-strong);
      line-height: var(--_line-height-heading);
    }
  `,
];
