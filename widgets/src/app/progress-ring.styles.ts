import { css } from 'lit';

export const progressRingStyles = css`
  .ring {
    inline-size: var(--ring-size, 16px);
    block-size: var(--ring-size, 16px);
    flex: none;
    fill: none;
    stroke-width: 2.5;
    rotate: -90deg;
    overflow: visible;
  }
  .ring .track {
    stroke: var(--_border-strong);
  }
  .ring .filled {
    stroke: var(--_accent-mark);
    stroke-linecap: round;
    transition: stroke-dasharray var(--_duration-slow) var(--_ease-out);
  }
  @media (forced-colors: active) {
    .ring .track {
      stroke: GrayText;
    }
    .ring .filled {
      stroke: Highlight;
    }
  }
`;
