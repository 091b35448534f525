import { css } from 'lit';
import { widgetStyles } from '../../kit/widget.styles.ts';

export const keyTasksStyles = [
  widgetStyles,
  css`
    form,
    .made {
      display: flex;
      flex-direction: column;
      gap: var(--_space-4);
    }
    fieldset {
      display: flex;
      flex-direction: column;
      gap: var(--_space-1);
      margin: 0;
      padding: 0;
      border: 0;
      min-inline-size: 0;
    }
    legend {
      padding: 0;
      margin-block-end: var(--_space-1);
      font-size: var(--_font-size-s);
      font-weight: var(--_font-weight-medium);
    }
    .secret {
      align-items: end;
    }
    pre {
      margin: 0;
      padding: var(--_space-3);
      border: 1px solid var(--_border);
      border-radius: var(--_radius-control);
      background: var(--_sunken);
      font: 400 12.5px / 20px var(--_font-family-mono);
      white-space: pre-wrap;
      overflow-wrap: anywhere;
      direction: ltr;
      text-align: start;
    }
  `,
];
