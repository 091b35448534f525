import { css } from 'lit';

export const homePageStyles = css`
  .bar {
    align-items: baseline;
  }
  .first {
    margin-block-end: var(--_space-4);
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: var(--_space-4);
    margin-block-end: var(--_space-4);
  }
  /* Both columns end on one line. */
  .columns > .stack > :last-child {
    flex: 1;
  }
  .columns > :only-child {
    grid-column: 1 / -1;
  }
  header {
    display: flex;
    align-items: center;
    gap: var(--_space-2);
    padding-block: var(--_space-3) var(--_space-1);
    padding-inline: var(--_card-padding) var(--_space-2);
  }
  .loading,
  .note {
    padding: 0 var(--_card-padding) var(--_space-3);
  }
  .note {
    display: flex;
    align-items: center;
    gap: var(--_space-2);
    min-block-size: 44px;
    color: var(--_text-muted);
  }
  .note span {
    flex: 1;
    min-inline-size: 0;
  }
  .note.well .icon {
    color: var(--_success-text);
  }
  .note[role='alert'] .icon,
  .trouble {
    color: var(--_warning-text);
  }
  /* Its room is kept before the chart's code is there. */
  .trend {
    min-block-size: 272px;
    padding: 0 var(--_card-padding) var(--_space-3);
  }
  ul {
    padding: 0 var(--_space-2) var(--_space-2);
  }
  .line {
    display: flex;
    align-items: center;
    gap: var(--_space-3);
    inline-size: 100%;
    min-block-size: 52px;
    padding: 7px calc(var(--_card-padding) - var(--_space-2));
    border: 0;
    border-radius: var(--_radius-control);
    background: none;
    color: inherit;
    text-align: start;
    text-decoration: none;
    cursor: pointer;
  }
  .line:hover {
    background: var(--_hover);
  }
  .line:focus-visible {
    outline-offset: -2px;
  }
  .two {
    display: flex;
    flex-direction: column;
    flex: 1;
    min-inline-size: 0;
  }
  .row > .cut {
    flex: 1 1 0;
  }
  .tag {
    flex: none;
  }
  .state {
    display: flex;
    justify-content: flex-end;
    flex: none;
    inline-size: 84px;
  }
  .figures {
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    gap: 1px;
    margin-block-end: var(--_space-4);
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius-card);
    background: var(--_border);
    overflow: hidden;
  }
  .figure {
    display: grid;
    grid-template: auto auto minmax(22px, auto) / minmax(0, 1fr) auto;
    align-items: end;
    gap: 2px var(--_space-2);
    padding: 14px 16px;
    border: 0;
    background: var(--_surface);
    color: inherit;
    text-align: start;
    text-decoration: none;
    cursor: pointer;
  }
  .figure:hover {
    background: var(--_hover);
  }
  .figure:focus-visible {
    outline-offset: -3px;
  }
  .figure > .caption:first-child,
  .figure > b {
    grid-column: 1 / 3;
  }
  .figure b {
    font-size: var(--_font-size-2xl);
    font-weight: var(--_font-weight-strong);
    letter-spacing: -0.02em;
    line-height: 1.25;
  }
  .spark {
    inline-size: 56px;
  }
  @container widget (max-width: 860px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @container widget (max-width: 560px) {
    .line .spark {
      display: none;
    }
    .figures {
      grid-template-columns: 1fr 1fr;
    }
  }
`;
