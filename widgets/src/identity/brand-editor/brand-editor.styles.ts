import { css } from 'lit';

export const brandEditorStyles = css`
  .place {
    inline-size: 220px;
  }
  .acts {
    display: flex;
    align-items: center;
    gap: var(--_space-2);
  }
  .layout {
    display: grid;
    grid-template-columns: minmax(320px, 5fr) minmax(0, 6fr);
    align-items: start;
    gap: var(--_space-6);
  }
  form {
    display: flex;
    flex-direction: column;
    gap: var(--_space-4);
    min-inline-size: 0;
  }
  section.panel {
    display: flex;
    flex-direction: column;
    gap: var(--_space-4);
    padding: var(--_card-padding);
  }
  .setting {
    display: flex;
    flex-direction: column;
    gap: var(--_space-1);
    min-inline-size: 0;
  }
  .source {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px var(--_space-2);
    min-block-size: 24px;
    font-size: var(--_font-size-xs);
    color: var(--_text-muted);
  }
  .source.own > span:first-child {
    color: var(--_accent-text);
    font-weight: var(--_font-weight-medium);
  }
  .source .icon {
    inline-size: 12px;
    block-size: 12px;
  }
  .link {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-block-size: 24px;
    padding: 0 2px;
    border: 0;
    border-radius: var(--_radius-small);
    background: none;
    font-size: var(--_font-size-xs);
    color: var(--_text-muted);
    text-decoration: underline;
    text-decoration-color: var(--_border-strong);
    text-underline-offset: 3px;
    cursor: pointer;
  }
  .link:hover {
    color: var(--_text);
  }
  .lock {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    margin-inline-start: auto;
    text-decoration: none;
  }
  .lock[aria-pressed='true'] {
    color: var(--_accent-text);
    font-weight: var(--_font-weight-medium);
  }
  .color {
    display: flex;
    align-items: end;
    gap: var(--_space-2);
  }
  .grow {
    flex: 1;
    min-inline-size: 0;
  }
  .color input {
    flex: none;
    inline-size: var(--_control-height);
    block-size: var(--_control-height);
    padding: 3px;
    border: var(--_border-width) solid var(--_border-control);
    border-radius: var(--_radius-control);
    background: var(--_surface);
    cursor: pointer;
  }
  .color input::-webkit-color-swatch-wrapper {
    padding: 0;
  }
  .color input::-webkit-color-swatch {
    border: 0;
    border-radius: calc(var(--_radius-control) - 3px);
  }
  .color input:disabled {
    cursor: default;
  }
  .preview {
    position: sticky;
    inset-block-start: var(--_space-3);
    display: flex;
    flex-direction: column;
    gap: var(--_space-3);
    min-inline-size: 0;
    /* The preview inside wears another theme. */
    --title: var(--_text-muted);
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: var(--_space-2);
  }
  .segments,
  .switch {
    display: flex;
    padding: 2px;
    border-radius: var(--_radius-control);
    background: var(--_sunken);
    box-shadow: inset 0 0 0 var(--_border-width) var(--_border);
  }
  .switch {
    display: none;
    margin-block-end: var(--_space-4);
  }
  .segment {
    flex: 1;
    min-block-size: 28px;
    padding: 0 12px;
    border: 0;
    border-radius: calc(var(--_radius-control) - 2px);
    background: none;
    font-size: var(--_font-size-s);
    font-weight: var(--_font-weight-medium);
    color: var(--_text-muted);
    white-space: nowrap;
    cursor: pointer;
  }
  .segment:hover {
    color: var(--_text);
  }
  .segment[aria-pressed='true'] {
    background: var(--_surface);
    color: var(--_text);
    box-shadow: 0 0 0 var(--_border-width) var(--_border-strong);
  }
  @media (pointer: coarse) {
    .segment,
    .link {
      min-block-size: var(--_control-height-touch);
      min-inline-size: var(--_control-height-touch);
      justify-content: center;
    }
    .color input {
      inline-size: var(--_control-height-touch);
      block-size: var(--_control-height-touch);
    }
  }
  @media (forced-colors: active) {
    .segment[aria-pressed='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
  @container widget (max-width: 860px) {
    .switch {
      display: flex;
    }
    .layout {
      grid-template-columns: minmax(0, 1fr);
    }
    .shows-form .preview,
    .shows-preview form {
      display: none;
    }
    .preview {
      position: static;
    }
  }
  @container widget (max-width: 560px) {
    .place {
      order: 3;
      inline-size: 100%;
    }
  }
`;
