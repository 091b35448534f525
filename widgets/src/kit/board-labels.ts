import { msg, str } from '@lit/localize';

/** What a board says aloud while a card is on its way; titles and labels are the owner's. */
export const boardWords = {
  how: (): string => msg('Enter opens the card. Space picks it up, arrow keys choose a column, Space puts it down.'),
  lifted: (title: string, column: string): string =>
    msg(str`${title} is picked up from ${column}. Arrow keys choose a column, Space puts it down, Escape cancels.`),
  howPlaced: (): string =>
    msg('Enter opens the card. Space picks it up, arrow keys choose a column and a place, Space puts it down.'),
  liftedPlaced: (title: string, column: string): string =>
    msg(
      str`${title} is picked up from ${column}. Arrow keys choose a column and a place, Space puts it down, Escape cancels.`,
    ),
  place: (column: string, place: string, count: string): string => msg(str`${column}, place ${place} of ${count}.`),
  over: (column: string, place: number, count: number): string => msg(str`${column}, column ${place} of ${count}.`),
  refused: (column: string, why: string): string => msg(str`${column}: not possible. ${why}`),
  nowhere: (): string => msg('Not over a column.'),
  moved: (title: string, column: string): string => msg(str`${title} moved to ${column}.`),
  cancelled: (title: string, column: string): string => msg(str`Cancelled. ${title} stays in ${column}.`),
  rolledBack: (title: string, column: string): string =>
    msg(str`${title} could not be moved and is back in ${column}.`),
  move: (title: string): string => msg(str`Move ${title}`),
};
