import { css, type CSSResult } from 'lit';

/** Merge fields in a text that is being written. */
const chips = css`
  .inner {
    position: relative;
    white-space: break-spaces;
    overflow-wrap: anywhere;
    outline: none;
    font-variant-ligatures: none;
    line-height: 1.5;
  }
  .inner[data-empty]::before {
    content: attr(data-placeholder);
    position: absolute;
    color: var(--_text-muted);
    pointer-events: none;
  }
  .inner :is(p, li, div) {
    /* A mail may be in another language than the page. */
    unicode-bidi: plaintext;
  }
  .inner .ProseMirror-selectednode {
    outline: 2px solid var(--_focus);
  }
  .merge:not(.named),
  .merge.named::before {
    padding: 1px 4px;
    border-radius: var(--_radius-small);
    background: var(--_accent-soft);
    color: var(--_accent-text);
    box-decoration-break: clone;
    -webkit-box-decoration-break: clone;
  }
  .merge.unknown:not(.named),
  .merge.named.unknown::before {
    background: var(--_danger-soft);
    color: var(--_danger-text);
  }
  /* The field is there as it is written, for the caret and for copies; what is seen is its name. */
  .merge.named {
    font-size: 0;
  }
  .merge.named::before {
    content: attr(data-label);
    font-size: var(--_font-size-m);
  }
  @media (forced-colors: active) {
    .merge:not(.named),
    .merge.named::before {
      border: 1px solid;
    }
  }
`;

/** What a text of paragraphs and lists looks like. */
export const textStyles = css`
  ${chips}
  .inner {
    flex: 1;
    min-inline-size: 0;
    padding: 8px 10px;
  }
  .inner p + p,
  .inner p + ul,
  .inner p + ol,
  .inner ul + p,
  .inner ol + p {
    margin-block-start: 0.8em;
  }
  .inner ul,
  .inner ol {
    padding-inline-start: 1.6em;
  }
  .inner ul {
    list-style: disc;
  }
  .inner ol {
    list-style: decimal;
  }
  .inner a {
    color: var(--_accent-text);
  }
`;

/** What a line looks like whose merge fields are chips. */
export const lineStyles = css`
  ${chips}
  .inner {
    padding: 2px 8px;
  }
  .chip {
    margin-inline: 1px;
    white-space: nowrap;
    unicode-bidi: isolate;
    cursor: default;
  }
  .code {
    border-radius: var(--_radius-small);
    background: var(--_sunken);
    color: var(--_text-muted);
  }
  /* What the editor puts beside a chip for the caret to stand on. */
  img {
    display: inline !important;
    inline-size: 0 !important;
    block-size: 0 !important;
    border: 0;
    margin: 0;
  }
`;

/** Gives the root around a place looks that came with an editor, below all it has. */
export function adoptStyles(place: HTMLElement, { styleSheet }: CSSResult): void {
  const root = place.getRootNode() as ShadowRoot; // editors stand in elements of the kit
  if (styleSheet && !root.adoptedStyleSheets.includes(styleSheet))
    root.adoptedStyleSheets = [styleSheet, ...root.adoptedStyleSheets];
}
