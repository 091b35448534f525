import { css } from 'lit';
import { widgetStyles } from '../../kit/widget.styles.ts';

export const roleTasksStyles = [
  widgetStyles,
  css`
    form,
    .parts {
      display: flex;
      flex-direction: column;
      gap: var(--_space-4);
    }
    fieldset,
    .group {
      display: flex;
      flex-direction: column;
      gap: var(--_space-1);
      margin: 0;
      padding: 0;
      border: 0;
      min-inline-size: 0;
    }
    legend,
    h3 {
      padding: 0;
      margin: 0 0 var(--_space-1);
      font-size: var(--_font-size-s);
      font-weight: var(--_font-weight-medium);
    }
    .boxes {
      display: flex;
      flex-direction: column;
      gap: var(--_space-1);
      padding-inline-start: var(--_space-5);
    }
    ul {
      display: flex;
      flex-direction: column;
      gap: var(--_space-2);
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .caption {
      overflow-wrap: anywhere;
    }
  `,
];
