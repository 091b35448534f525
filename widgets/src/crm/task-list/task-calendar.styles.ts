import { css } from 'lit';

export const taskCalendarStyles = css`
  :host {
    display: block;
    min-inline-size: 0;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2);
    margin-block-end: var(--_space-3);
  }
  .head h2 {
    font-size: var(--_font-size-l);
    min-inline-size: 9ch;
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(7, minmax(0, 1fr));
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius-card);
    overflow: hidden;
    background: var(--_border);
    gap: 1px;
  }
  .grid[data-columns='1'] {
    grid-template-columns: minmax(0, 1fr);
  }
  [role='row'] {
    display: contents;
  }
  [role='columnheader'] {
    padding: 6px 8px;
    background: var(--_surface);
    color: var(--_text-muted);
    font-size: var(--_font-size-s);
    text-align: start;
  }
  .day {
    display: flex;
    flex-direction: column;
    gap: 2px;
    min-block-size: 112px;
    padding: 4px;
    background: var(--_surface);
    min-inline-size: 0;
  }
  .week .day,
  .single .day {
    min-block-size: 420px;
  }
  .day.out {
    background: var(--_sunken);
  }
  .day.over {
    box-shadow: inset 0 0 0 2px var(--_accent-mark);
  }
  .day:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: -2px;
  }
  .date {
    align-self: start;
    display: grid;
    place-items: center;
    min-inline-size: 24px;
    block-size: 24px;
    padding: 0 4px;
    border-radius: 12px;
    color: var(--_text-muted);
    font-size: var(--_font-size-s);
    font-variant-numeric: tabular-nums;
  }
  .today .date {
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: var(--_font-weight-strong);
  }
  .task,
  .further {
    display: flex;
    align-items: center;
    gap: 5px;
    min-block-size: 24px;
    padding: 2px 6px;
    border: 0;
    border-radius: 5px;
    color: var(--_accent-text);
    background: var(--_accent-soft);
    font: inherit;
    font-size: var(--_font-size-s);
    text-align: start;
    cursor: pointer;
    min-inline-size: 0;
    touch-action: pan-y;
    user-select: none;
  }
  .task > .name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .week .task > .name,
  .single .task > .name {
    white-space: normal;
    overflow-wrap: anywhere;
  }
  .task .time {
    flex: none;
    font-variant-numeric: tabular-nums;
  }
  .task.late {
    color: var(--_danger-text);
    background: var(--_danger-soft);
  }
  .task.done {
    color: var(--_text-muted);
    background: var(--_sunken);
    text-decoration: line-through;
  }
  .task.held {
    opacity: 0.5;
  }
  .further {
    color: var(--_text-muted);
    background: none;
  }
  .agenda section {
    margin-block-end: var(--_space-4);
  }
  .agenda h3 {
    font-size: var(--_font-size-s);
    font-weight: var(--_font-weight-medium);
    color: var(--_text-muted);
    margin-block-end: var(--_space-1);
  }
  .lines {
    padding-inline: var(--_space-2);
  }
  @media (pointer: coarse) {
    .task,
    .further {
      min-block-size: 32px;
    }
  }
  @media (forced-colors: active) {
    .task {
      border: 1px solid;
    }
  }
`;
