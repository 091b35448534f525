import { css } from 'lit';
import { badgeMarkStyles } from './badge-mark.ts';
import { widgetStyles } from './widget.styles.ts';

export const treeStyles = [
  widgetStyles,
  badgeMarkStyles,
  css`
    :host {
      display: block;
      min-block-size: 0;
      flex: 1;
      container: tree / inline-size;
    }
    .tree {
      position: relative;
      overflow: auto;
      max-block-size: max(560px, 100dvh - 176px);
      block-size: 100%;
      outline: none;
      overscroll-behavior: contain;
    }
    .body {
      position: relative;
    }
    .line {
      position: absolute;
      inset-inline: 0;
      box-sizing: border-box;
      display: grid;
      grid-template-columns: var(--toggle, 24px) minmax(0, 1fr) auto var(--acts, 40px);
      align-items: center;
      gap: var(--_space-2);
      block-size: 52px;
      padding-inline: calc(var(--_space-3) + var(--level, 0) * 20px) var(--_space-2);
      border-block-end: 1px solid var(--_border);
      cursor: default;
    }
    .line.last {
      border-block-end: 0;
    }
    .menu {
      position: absolute;
    }
    .line:hover {
      background: var(--_hover, var(--_sunken));
    }
    .line.active {
      background: var(--_accent-soft);
    }
    .tree:focus-visible .line.active {
      outline: 2px solid var(--_focus, var(--_accent));
      outline-offset: -2px;
    }
    .line.target {
      outline: 2px dashed var(--_accent);
      outline-offset: -3px;
    }
    .line[draggable='true'] {
      cursor: grab;
    }
    .line.quiet {
      color: var(--_text-muted);
    }
    .toggle,
    .acts {
      display: grid;
      place-items: center;
      inline-size: 24px;
      block-size: 24px;
      padding: 0;
      border: 0;
      border-radius: var(--_radius-control);
      color: var(--_text-muted);
      background: none;
      cursor: pointer;
    }
    .acts {
      justify-self: end;
      inline-size: 32px;
      block-size: 32px;
    }
    .toggle:hover,
    .acts:hover {
      background: var(--_sunken);
    }
    .toggle .icon {
      transition: transform 120ms;
    }
    .root[dir='rtl'] .toggle .icon {
      transform: scaleX(-1);
    }
    .toggle.open .icon {
      transform: rotate(90deg);
    }
    @media (prefers-reduced-motion: reduce) {
      .toggle .icon {
        transition: none;
      }
    }
    .words {
      display: flex;
      flex-direction: column;
      min-inline-size: 0;
    }
    .words > * {
      /* A name in another script stands where the line begins. */
      align-self: flex-start;
      max-inline-size: 100%;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .side {
      display: flex;
      align-items: center;
      justify-content: end;
      gap: var(--_space-3);
      white-space: nowrap;
    }
    @container tree (inline-size < 640px) {
      /* What holds there stands beside the name, so that the facts below have the whole line. */
      .side .caption {
        display: none;
      }
      .line {
        grid-template: 1fr 1fr / var(--toggle, 24px) minmax(0, 1fr) auto var(--acts, 40px);
        gap: 0 var(--_space-1);
        padding-inline-start: calc(var(--_space-2) + var(--level, 0) * 12px);
      }
      .line > * {
        grid-row: 1 / 3;
      }
      .words {
        display: contents;
      }
      .words > * {
        grid-area: 1 / 2 / 3;
        align-self: center;
        justify-self: start;
      }
      .words > .strong,
      .side {
        grid-row-end: 2;
        align-self: end;
      }
      .words > .caption {
        grid-area: 2 / 2 / 3 / 4;
        align-self: start;
      }
    }
    @container tree (inline-size >= 640px) {
      .few {
        display: none;
      }
    }
    @media (forced-colors: active) {
      .tree:focus-visible {
        outline: 2px solid;
        outline-offset: -2px;
      }
      .line.active {
        border-inline-start: 4px solid Highlight;
      }
    }
    @media (pointer: coarse) {
      .toggle,
      .acts {
        inline-size: 44px;
        block-size: 44px;
      }
      .line {
        --toggle: 44px;
        --acts: 44px;
        padding-inline-start: calc(var(--level, 0) * 10px);
      }
    }
  `,
];
