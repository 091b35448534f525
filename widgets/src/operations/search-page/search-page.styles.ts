import { css } from 'lit';
import { badgeMarkStyles } from '../../kit/badge-mark.ts';

export const searchPageStyles = [
  badgeMarkStyles,
  css`
    .root {
      overflow: auto;
    }
    .root > * {
      flex-shrink: 0;
    }
    .bar .field {
      flex: 1 1 260px;
      inline-size: auto;
      max-inline-size: 640px;
    }
    .tabs {
      padding-block-end: var(--_space-3);
      max-inline-size: 100%;
    }
    .caption {
      padding-block-end: var(--_space-2);
    }
    ul {
      list-style: none;
      margin: 0;
      padding: 0;
    }
    .hits > li + li {
      border-block-start: 1px solid var(--_border);
    }
    .hit {
      display: flex;
      align-items: flex-start;
      gap: var(--_space-3);
      inline-size: 100%;
      min-block-size: 44px;
      box-sizing: border-box;
      padding: 10px var(--_card-padding);
      border: 0;
      background: none;
      color: inherit;
      font: inherit;
      text-align: start;
      text-decoration: none;
      cursor: pointer;
    }
    .hit:hover {
      background: var(--_hover);
    }
    .hit:focus-visible,
    .line:focus-visible {
      outline: var(--_focus-width) solid var(--_focus);
      outline-offset: -2px;
    }
    .kind {
      display: inline-flex;
      flex: none;
      padding-block-start: 3px;
      color: var(--_text-muted);
    }
    .said {
      display: flex;
      flex: 1;
      flex-direction: column;
      gap: 2px;
      min-inline-size: 0;
    }
    .first {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 var(--_space-2);
      min-inline-size: 0;
    }
    .title {
      font-weight: var(--_font-weight-medium);
      overflow-wrap: anywhere;
    }
    .hint {
      color: var(--_text-muted);
      overflow-wrap: anywhere;
    }
    .pieces {
      display: flex;
      flex-direction: column;
      gap: 2px;
      font-size: var(--_font-size-s);
      color: var(--_text-muted);
    }
    .piece {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      overflow: hidden;
      overflow-wrap: anywhere;
    }
    .of {
      margin-inline-end: var(--_space-2);
      font-weight: var(--_font-weight-medium);
    }
    mark {
      padding: 0 1px;
      border-radius: 3px;
      background: var(--_accent-soft);
      color: var(--_accent-text);
      font-weight: var(--_font-weight-medium);
    }
    .facts {
      display: flex;
      flex: none;
      align-items: center;
      gap: var(--_space-2);
      min-block-size: 20px;
      font-size: var(--_font-size-s);
      color: var(--_text-muted);
    }
    .more {
      display: flex;
      align-items: center;
      gap: var(--_space-3);
      padding: var(--_space-3) 0;
    }
    .start {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(280px, 100%), 1fr));
      gap: var(--_space-4);
      align-items: start;
    }
    section {
      min-inline-size: 0;
      padding: var(--_space-3) 0;
      border: 1px solid var(--_border);
      border-radius: var(--_radius-card);
      background: var(--_surface);
    }
    .top {
      display: flex;
      align-items: center;
      justify-content: space-between;
      min-block-size: 32px;
      padding: 0 var(--_card-padding);
    }
    h2 {
      font-size: var(--_font-size-m);
      font-weight: var(--_font-weight-strong);
    }
    .lines li {
      display: flex;
      align-items: center;
      gap: var(--_space-1);
      padding-inline-end: var(--_space-2);
    }
    .line {
      display: flex;
      flex: 1;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 var(--_space-2);
      min-block-size: 36px;
      min-inline-size: 0;
      padding: 6px var(--_card-padding);
      border: 0;
      background: none;
      color: inherit;
      font: inherit;
      text-align: start;
      cursor: pointer;
    }
    .line:hover {
      background: var(--_hover);
    }
    .line .title {
      font-weight: var(--_font-weight-normal);
    }
    .line .hint {
      font-size: var(--_font-size-s);
    }
    @media (pointer: coarse) {
      .line {
        min-block-size: 44px;
      }
    }
    @container widget (max-width: 560px) {
      .noun {
        display: none;
      }
      .facts {
        flex-direction: column;
        align-items: flex-end;
      }
    }
    @media (forced-colors: active) {
      mark {
        background: Mark;
        color: MarkText;
      }
    }
  `,
];
