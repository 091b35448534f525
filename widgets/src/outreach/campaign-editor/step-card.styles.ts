import { css } from 'lit';

export const stepCardStyles = css`
  :host {
    display: block !important;
  }
  .card {
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-card);
    box-shadow: var(--_shadow-small);
  }
  .card.open {
    border-color: var(--_border-strong);
    box-shadow: var(--_shadow-raised);
  }
  .card.wrong {
    border-color: var(--_danger);
  }
  .head {
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 12px 10px 12px 14px;
  }
  .toggle {
    flex: 1;
    min-inline-size: 0;
    display: flex;
    align-items: center;
    gap: 12px;
    border: 0;
    background: none;
    padding: 0;
    text-align: start;
    cursor: pointer;
    min-block-size: 36px;
  }
  @media (pointer: coarse) {
    .toggle {
      min-block-size: var(--_control-height-touch);
    }
  }
  .mark {
    inline-size: 28px;
    block-size: 28px;
    flex: none;
    border-radius: var(--_radius-control);
    display: grid;
    place-items: center;
    background: var(--_accent-soft);
    color: var(--_accent-text);
  }
  .words {
    min-inline-size: 0;
    flex: 1;
  }
  .words .cut {
    display: block;
  }
  .figures {
    display: flex;
    gap: 4px 14px;
    flex-wrap: wrap;
    margin-block-start: 4px;
    font-size: var(--_font-size-xs);
    color: var(--_text-muted);
    font-variant-numeric: tabular-nums;
  }
  .figures b {
    color: var(--_text);
    font-weight: 600;
  }
  .body {
    padding: 2px 14px 16px;
    display: flex;
    flex-direction: column;
    gap: var(--_space-3);
  }
  .tools {
    flex-wrap: wrap;
  }
  .undo {
    padding: 6px 6px 6px 12px;
    border-radius: var(--_radius-control);
    background: var(--_sunken);
    font-size: var(--_font-size-s);
  }
`;
