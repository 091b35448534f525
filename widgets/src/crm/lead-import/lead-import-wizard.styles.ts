import { css } from 'lit';

export const leadImportWizardStyles = css`
  .stack {
    padding-block-start: var(--_space-2);
  }
  .paste {
    display: grid;
    gap: var(--_space-2);
  }
  .use {
    justify-self: start;
  }
  .columns {
    display: grid;
    gap: 1px;
    background: var(--_border);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-card);
    overflow: hidden;
  }
  .column {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 220px);
    gap: var(--_space-4);
    align-items: center;
    padding: 8px 14px;
    background: var(--_surface);
  }
  .make {
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: var(--_space-2) var(--_space-4);
  }
  .make x-select {
    inline-size: 160px;
  }
  .figures {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(110px, 1fr));
    border: 1px solid var(--_border);
    border-radius: var(--_radius-card);
  }
  .figures div {
    padding: 12px 16px;
  }
  .figures b {
    display: block;
    font-size: var(--_font-size-xl);
    font-weight: 600;
    letter-spacing: -0.02em;
  }
  .rejected {
    max-block-size: 220px;
    overflow: auto;
    font-size: var(--_font-size-s);
  }
  .rejected li {
    display: grid;
    grid-template-columns: 76px 1fr;
    gap: 4px 12px;
    padding: 8px 14px;
    border-block-end: 1px solid var(--_border);
  }
  @media (max-width: 520px) {
    .column {
      grid-template-columns: 1fr;
      gap: 6px;
    }
  }
`;
