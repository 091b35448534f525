import { css } from 'lit';
import { accountMenuStyles } from './account-menu.styles.ts';
import { progressRingStyles } from './progress-ring.styles.ts';

export const navigationStyles = [
  progressRingStyles,
  accountMenuStyles,
  css`
    .workspace {
      display: flex;
      align-items: center;
      gap: 10px;
      min-inline-size: 0;
      padding: 6px;
    }
    .workspace .words {
      display: flex;
      flex-direction: column;
      line-height: 1.3;
    }
    .workspace b {
      font-weight: var(--_font-weight-strong);
    }
    .workspace small {
      font-size: var(--_font-size-xs);
      color: var(--_text-muted);
    }
    .mark {
      position: relative;
      overflow: hidden;
      flex: none;
      display: grid;
      place-items: center;
      inline-size: 28px;
      block-size: 28px;
      border-radius: 8px;
      background: var(--_accent);
      color: var(--_on-accent);
      font-weight: var(--_font-weight-strong);
    }
    .cover {
      position: absolute;
      inset: 0;
      inline-size: 100%;
      block-size: 100%;
      object-fit: cover;
      background: var(--_surface);
    }
    .tools {
      display: flex;
      align-items: center;
      gap: 2px;
      margin-block: var(--_space-2);
    }
    .rail .tools {
      flex-direction: column;
    }
    .side nav {
      flex: 1;
      min-block-size: 0;
      overflow-y: auto;
      scrollbar-width: thin;
      margin-inline: calc(-1 * var(--_space-1));
      padding: 1px var(--_space-1);
    }
    .group {
      padding: var(--_space-4) 10px 6px;
      font-size: var(--_font-size-xs);
      font-weight: var(--_font-weight-medium);
      color: var(--_text-muted);
    }
    .group:empty {
      padding: 0;
    }
    .rail .group {
      block-size: 1px;
      padding: 0;
      margin: var(--_space-2) 8px;
      overflow: hidden;
      background: var(--_border);
      color: transparent;
    }
    .rail .group:empty {
      display: none;
    }
    ul {
      display: flex;
      flex-direction: column;
      gap: 1px;
    }
    .entry {
      position: relative;
      display: flex;
      align-items: center;
      gap: 10px;
      inline-size: 100%;
      min-block-size: 32px;
      padding: 0 10px;
      border: 0;
      border-radius: 8px;
      background: none;
      color: var(--_text-muted);
      font-weight: var(--_font-weight-medium);
      text-align: start;
      text-decoration: none;
      cursor: pointer;
    }
    .entry:hover,
    .tool:hover {
      background: var(--_hover);
      color: var(--_text);
    }
    .entry:focus-visible {
      outline-offset: -2px;
    }
    .entry[aria-current] {
      background: var(--_surface);
      box-shadow: 0 0 0 1px var(--_border);
      color: var(--_text);
    }
    .entry[aria-current] .icon,
    .behind .icon {
      color: var(--_accent-text);
    }
    .count {
      margin-inline-start: auto;
      font-size: var(--_font-size-xs);
      font-weight: var(--_font-weight-normal);
    }
    kbd {
      margin-inline-start: auto;
      padding: 0 5px;
      border-radius: var(--_radius-small);
      box-shadow: inset 0 0 0 1px var(--_border-strong);
      font: inherit;
      font-size: 11px;
      font-weight: var(--_font-weight-normal);
    }
    .rail :is(.words, kbd),
    .phone .top .account .words {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    .rail .entry {
      justify-content: center;
      min-block-size: 36px;
      padding: 0;
    }
    .rail .count {
      position: absolute;
      inset-block-start: 3px;
      inset-inline-end: 2px;
      min-inline-size: 16px;
      padding: 0 3px;
      border-radius: 9px;
      background: var(--_accent);
      color: var(--_on-accent);
      font-size: 10px;
      line-height: 16px;
      text-align: center;
    }
    .foot {
      display: flex;
      flex-direction: column;
      gap: var(--_space-2);
      margin-block-start: var(--_space-2);
    }
    .controls {
      display: flex;
      align-items: center;
      gap: 2px;
    }
    .rail .controls {
      flex-direction: column;
    }
    .tool {
      flex: none;
      display: grid;
      place-items: center;
      inline-size: 32px;
      block-size: 32px;
      padding: 0;
      border: 0;
      border-radius: 8px;
      background: none;
      color: var(--_text-muted);
      cursor: pointer;
    }
    .bottom {
      display: grid;
      grid-auto-flow: column;
      grid-auto-columns: minmax(0, 1fr);
      padding: 4px 4px max(4px, env(safe-area-inset-bottom));
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
    .bottom .words {
      max-inline-size: 100%;
      overflow: hidden;
      text-overflow: ellipsis;
    }
    .bottom .icon {
      inline-size: 20px;
      block-size: 20px;
    }
    .bottom .count {
      position: absolute;
      inset-block-start: 3px;
      inset-inline-start: calc(50% + 5px);
      margin: 0;
      min-inline-size: 16px;
      padding: 0 4px;
      border-radius: 9px;
      background: var(--_accent);
      color: var(--_on-accent);
      font-size: 10px;
      line-height: 16px;
      text-align: center;
    }
    .phone .tool {
      inline-size: var(--_control-height-touch);
      block-size: var(--_control-height-touch);
    }
    .sheet {
      inline-size: 100%;
      max-inline-size: none;
      max-block-size: 85dvh;
      margin: auto 0 0;
      padding: 0;
      border: 0;
      border-radius: var(--_radius-panel) var(--_radius-panel) 0 0;
      background: var(--_raised);
      color: var(--_text);
      font: inherit;
      box-shadow: var(--_shadow-overlay);
    }
    .sheet[open] {
      animation: rise var(--_duration-base) var(--_ease-out);
    }
    .sheet::backdrop {
      background: var(--_scrim);
    }
    .inside {
      padding: var(--_space-3) var(--_space-3) max(var(--_space-4), env(safe-area-inset-bottom));
    }
    .inside .entry {
      min-block-size: var(--_control-height-touch);
    }
    @keyframes rise {
      from {
        opacity: 0;
        translate: 0 16px;
      }
    }
    @media (pointer: coarse) {
      .side :is(.entry, .tool) {
        min-block-size: var(--_control-height-touch);
      }
      .side .tool {
        min-inline-size: var(--_control-height-touch);
      }
      .side .controls {
        flex-wrap: wrap;
      }
    }
    @media (forced-colors: active) {
      .entry[aria-current],
      .tool[aria-pressed='true'] {
        outline: 2px solid Highlight;
        outline-offset: -2px;
      }
      .mark,
      .count {
        border: 1px solid;
      }
    }
  `,
];
