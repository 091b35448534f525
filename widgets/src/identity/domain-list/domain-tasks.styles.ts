import { css } from 'lit';
import { badgeMarkStyles } from '../../kit/badge-mark.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';

export const domainTasksStyles = [
  widgetStyles,
  badgeMarkStyles,
  css`
    form,
    .records {
      display: flex;
      flex-direction: column;
      gap: var(--_space-4);
    }
    .record {
      display: flex;
      flex-direction: column;
      gap: var(--_space-2);
      padding: var(--_space-4);
      border: 1px solid var(--_border);
      border-radius: var(--_radius-control);
    }
    .record h3 {
      margin: 0;
      font-size: var(--_font-size-s);
    }
    .field {
      align-items: end;
    }
    .caption {
      overflow-wrap: anywhere;
    }
  `,
];
