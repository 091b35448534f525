import { css } from 'lit';

export const timelineStyles = css`
  h2 {
    padding-block-end: var(--_space-3);
  }
  article,
  .more {
    max-inline-size: 720px;
  }
  h3 {
    font-size: var(--_font-size-xs);
    font-weight: var(--_font-weight-medium);
    line-height: var(--_line-height-heading);
    color: var(--_text-muted);
    padding-block-end: var(--_space-2);
  }
  /* Intl gives "yesterday" as a word within a sentence. */
  h3::first-letter {
    text-transform: uppercase;
  }
  article + article,
  .more {
    padding-block-start: var(--_space-6);
  }
  li {
    position: relative;
    display: grid;
    grid-template-columns: 24px minmax(0, 1fr) auto;
    column-gap: var(--_space-3);
    padding-block-end: var(--_space-4);
    border-radius: var(--_radius-control);
  }
  li:last-child {
    padding-block-end: 0;
  }
  /* The line that leads to what happened before. */
  li:not(:last-child)::before {
    content: '';
    position: absolute;
    inset-block: 24px 0;
    inset-inline-start: 11.5px;
    inline-size: 1px;
    background: var(--_border);
  }
  .mark {
    --_icon-size: 14px;
    display: grid;
    place-items: center;
    inline-size: 24px;
    block-size: 24px;
    border-radius: var(--_radius-full);
  }
  .neutral {
    color: var(--_text-muted);
    background: var(--_sunken);
    box-shadow: inset 0 0 0 1px var(--_border);
  }
  .accent {
    color: var(--_accent-text);
    background: var(--_accent-soft);
  }
  .info {
    color: var(--_info-text);
    background: var(--_info-soft);
  }
  .success {
    color: var(--_success-text);
    background: var(--_success-soft);
  }
  .warning {
    color: var(--_warning-text);
    background: var(--_warning-soft);
  }
  .danger {
    color: var(--_danger-text);
    background: var(--_danger-soft);
  }
  .told {
    padding-block-start: 1px;
    overflow-wrap: anywhere;
  }
  .detail {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    font-size: var(--_font-size-s);
    color: var(--_text-muted);
  }
  time {
    padding-block-start: 3px;
  }
  .more {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-3);
  }
  @media (forced-colors: active) {
    .mark {
      border: 1px solid;
    }
    li::before {
      background: CanvasText !important;
    }
  }
`;
