/** How a timeline tells what happened: fetched beside its first answer, which says nothing without it. */
export { doneBy } from './done-by.ts';
export { entriesByDay } from './entries-by-day.ts';
export { tellEvent } from './event-labels.ts';
