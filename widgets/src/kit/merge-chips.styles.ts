import { css } from 'lit';

/** Merge fields in a text that is being written. */
export const mergeChipStyles = css`
  .merge {
    padding: 1px 4px;
    border-radius: var(--_radius-small);
    background: var(--_accent-soft);
    color: var(--_accent-text);
    box-decoration-break: clone;
    -webkit-box-decoration-break: clone;
  }
  /* The field is there as it is written, for the caret and for copies; what is seen is its name. */
  .merge.named {
    font-size: 0;
  }
  .merge.named::before {
    content: attr(data-label);
    font-size: var(--_font-size-m);
  }
  .merge.unknown {
    background: var(--_danger-soft);
    color: var(--_danger-text);
  }
  @media (forced-colors: active) {
    .merge {
      border: 1px solid;
    }
  }
`;
