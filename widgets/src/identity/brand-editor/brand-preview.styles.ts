import { css } from 'lit';

export const brandPreviewStyles = css`
  .root {
    gap: var(--_space-2);
    background: none;
  }
  .title {
    padding-inline-start: 2px;
    font-size: var(--_font-size-xs);
    color: var(--title, var(--_text-muted));
  }
  .frame {
    display: grid;
    grid-template: minmax(0, 1fr) / 156px minmax(0, 1fr);
    inline-size: 100%;
    margin-block-end: var(--_space-2);
    border: var(--_border-width) solid var(--_border);
    border-radius: 12px;
    background: var(--_canvas);
    color: var(--_text);
    overflow: hidden;
  }
  .frame.mail {
    display: block;
    min-block-size: 240px;
  }
  .frame.phone {
    grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
    max-inline-size: 320px;
    margin-inline: auto;
    border-radius: 24px;
  }
  .frame.phone:not(.mail) {
    min-block-size: 460px;
  }
  .side {
    padding: 10px 8px;
    background: var(--_sunken);
    border-inline-end: var(--_border-width) solid var(--_border);
  }
  .nav {
    display: flex;
    flex-direction: column;
    gap: 1px;
    margin-block-start: var(--_space-3);
  }
  .top {
    padding: 6px 8px;
    background: var(--_sunken);
    border-block-end: var(--_border-width) solid var(--_border);
  }
  /* The measures are those of the app's own frame. */
  .workspace {
    display: flex;
    align-items: center;
    gap: 10px;
    min-inline-size: 0;
    padding: 6px;
  }
  .workspace .words {
    min-inline-size: 0;
  }
  .mark {
    position: relative;
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 28px;
    block-size: 28px;
    border-radius: 8px;
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: var(--_font-weight-strong);
    overflow: hidden;
  }
  .entry {
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 32px;
    padding: 0 10px;
    border-radius: 8px;
    font-weight: var(--_font-weight-medium);
    color: var(--_text-muted);
  }
  .entry[aria-current='page'] {
    background: var(--_surface);
    box-shadow: 0 0 0 1px var(--_border);
    color: var(--_text);
  }
  .entry[aria-current='page'] .icon {
    color: var(--_accent-text);
  }
  .bottom {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
    padding: 4px;
    background: var(--_sunken);
    border-block-start: var(--_border-width) solid var(--_border);
  }
  .bottom .entry {
    flex-direction: column;
    justify-content: center;
    gap: 3px;
    min-block-size: 48px;
    padding: 4px 2px;
    font-size: 11px;
    line-height: 1.2;
  }
  .cover {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    background: var(--_surface);
  }
  .logo img {
    display: block;
    max-block-size: 32px;
    max-inline-size: 180px;
  }
  .page {
    display: flex;
    flex-direction: column;
    gap: var(--_space-3);
    min-inline-size: 0;
    padding: var(--_card-padding);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-2);
  }
  h3 {
    font-size: var(--_font-size-l);
    font-weight: var(--_font-weight-strong);
    letter-spacing: var(--_letter-spacing-heading);
  }
  .line {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-3);
    min-block-size: var(--_row-height);
    padding: 4px var(--_card-padding);
  }
  .line + .line {
    border-block-start: var(--_border-width) solid var(--_border);
  }
  .line:first-child {
    background: var(--_accent-soft);
    border-radius: var(--_radius-card) var(--_radius-card) 0 0;
  }
  .foot {
    display: flex;
    align-items: center;
    justify-content: space-between;
    margin: 0;
  }
  @container widget (max-width: 440px) {
    .frame.full {
      grid-template-columns: auto minmax(0, 1fr);
    }
    .full :is(.entry, .workspace) .words {
      display: none;
    }
    .full .entry {
      justify-content: center;
      padding: 0;
    }
  }
  .text-link {
    color: var(--_accent-text);
    text-decoration: underline;
    text-underline-offset: 2px;
  }
`;
