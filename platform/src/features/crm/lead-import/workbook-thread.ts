import { answerInThread } from '#threads';
import type { SheetAnswer, SheetQuestion } from './sheet-as-text.ts';
import { writeSheet } from './write-sheet.ts';

/** The program of the threads that read workbooks. */
answerInThread<SheetQuestion, SheetAnswer>(writeSheet);
