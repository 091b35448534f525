import { css } from 'lit';

export const accountTaskStyles = css`
  form {
    display: flex;
    flex-direction: column;
    gap: var(--_space-4);
  }
  .picture {
    display: block;
    inline-size: 208px;
    max-inline-size: 100%;
    margin-inline: auto;
    border-radius: var(--_radius-card);
    background: #fff;
    fill: #000;
  }
  code {
    font-family: var(--_font-family-mono, ui-monospace, monospace);
    overflow-wrap: anywhere;
  }
  ol {
    columns: 2;
    padding-inline-start: var(--_space-6);
  }
  li {
    padding-block: var(--_space-1);
  }
`;
