import { css } from 'lit';
import { navigationStyles } from '../navigation.styles.ts';

export const appStyles = [
  navigationStyles,
  css`
    :host {
      block-size: 100dvh;
      background: var(--_canvas);
    }
    [part='offline'] {
      flex: none;
      margin: var(--_space-2);
    }
    .shell {
      flex: 1;
      min-block-size: 320px;
      display: grid;
      grid-template: minmax(0, 1fr) / auto minmax(0, 1fr);
      background: var(--_canvas);
      position: relative;
    }
    .shell.phone {
      grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
    }
    .side {
      display: flex;
      flex-direction: column;
      inline-size: 216px;
      min-block-size: 0;
      padding: var(--_space-3) var(--_space-2);
      background: var(--_sunken);
      border-inline-end: var(--_border-width) solid var(--_border);
    }
    .rail .side {
      inline-size: 56px;
    }
    .skip {
      position: absolute;
      inset-block-start: var(--_space-2);
      inset-inline-start: var(--_space-2);
      z-index: 2;
      padding: 8px 12px;
      border: 0;
      border-radius: var(--_radius-control);
      background: var(--_raised);
      box-shadow: var(--_shadow-overlay);
    }
    .skip:not(:focus) {
      clip-path: inset(50%);
      pointer-events: none;
    }
    .pages {
      position: relative;
      min-inline-size: 0;
      min-block-size: 0;
      overflow: hidden;
    }
    .page {
      position: absolute;
      inset: 0;
      overflow: auto;
      padding: var(--_space-5) var(--_gutter) var(--_space-8);
    }
    .page:focus {
      outline: none;
    }
    .page.fills {
      display: grid;
      grid-template: minmax(0, 1fr) / minmax(0, 1fr);
      padding-block-end: var(--_space-5);
    }
    .page.fills > * {
      block-size: 100%;
      min-block-size: 0;
    }
    /* A page that waits keeps its size and where it was scrolled to, but is neither painted nor laid out. */
    .page[inert] {
      content-visibility: hidden;
      z-index: -1;
      opacity: 0;
    }
    @supports not (content-visibility: hidden) {
      .page[inert] {
        display: none;
      }
    }
    .top {
      display: flex;
      align-items: center;
      gap: var(--_space-1);
      padding: 6px var(--_space-2);
      background: var(--_sunken);
      border-block-end: var(--_border-width) solid var(--_border);
    }
    .top .workspace,
    .top slot[name='workspace'] {
      flex: 1;
    }
    .phone .page {
      padding: var(--_space-4) var(--_gutter-narrow) var(--_space-6);
    }
    .phone .page.fills {
      padding: var(--_space-3) var(--_space-3);
    }
  `,
];
