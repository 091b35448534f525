import { answerInProcess } from '#threads';
import type { SheetAnswer, SheetQuestion } from './sheet-as-text.ts';
import { writeSheet } from './write-sheet.ts';

/** The program of the processes that read workbooks. */
answerInProcess<SheetQuestion, SheetAnswer>(writeSheet);
