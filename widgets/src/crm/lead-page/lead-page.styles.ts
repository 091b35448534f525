import { css } from 'lit';
import { avatarMarkStyles } from '../../kit/avatar-mark.ts';
import { badgeMarkStyles } from '../../kit/badge-mark.ts';

export const leadPageStyles = [
  avatarMarkStyles,
  badgeMarkStyles,
  css`
    .way {
      display: flex;
      align-items: center;
      gap: var(--_space-2);
      padding-block-end: var(--_space-3);
    }
    .head {
      display: flex;
      flex-wrap: wrap;
      align-items: flex-start;
      gap: var(--_space-3) var(--_space-4);
      padding-block-end: var(--_space-4);
    }
    .head .avatar {
      inline-size: 48px;
      block-size: 48px;
      font-size: var(--_font-size-l);
    }
    .who {
      display: flex;
      flex: 1 1 260px;
      flex-direction: column;
      gap: 4px;
      min-inline-size: 0;
    }
    .who h1 {
      font-size: var(--_font-size-xl);
      font-weight: var(--_font-weight-strong);
      line-height: var(--_line-height-heading);
      letter-spacing: var(--_letter-spacing-heading);
      overflow-wrap: anywhere;
    }
    .who .to {
      min-block-size: 24px;
      padding: 0;
      border: 0;
      background: none;
      color: var(--_accent-text);
      font: inherit;
      text-align: start;
      cursor: pointer;
      @media (pointer: coarse) {
        min-block-size: 44px;
      }
    }
    .marks {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--_space-1) var(--_space-2);
      padding-block-start: 4px;
    }
    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: var(--_space-2);
    }
    .said {
      display: flex;
      flex-direction: column;
      gap: var(--_space-3);
    }
    .said:not(:empty) {
      padding-block-end: var(--_space-4);
    }
    .columns {
      display: grid;
      grid-template-columns: minmax(280px, 360px) minmax(0, 1fr);
      gap: var(--_space-5);
      align-items: start;
    }
    .columns > * {
      min-inline-size: 0;
    }
    .columns > .panel {
      padding: var(--_space-4);
    }
    .figures {
      display: flex;
      flex-wrap: wrap;
      gap: var(--_space-1) var(--_space-3);
    }
    @container widget (max-width: 860px) {
      .columns {
        grid-template-columns: minmax(0, 1fr);
      }
      .columns > .facts:not(.shown) {
        display: none;
      }
    }
    .fold {
      display: none;
      padding-block-end: var(--_space-4);
      @container widget (max-width: 860px) {
        display: block;
      }
    }
  `,
];
