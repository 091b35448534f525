import { CsvError } from './csv-scanner.rules.ts';

export const tooLarge = (why = 'The workbook is too large to be read.'): CsvError =>
  new CsvError('workbook_too_large', `${why} Save the sheet as CSV (UTF-8).`);

export const notWorkbook = (cause?: unknown): CsvError =>
  Object.assign(
    new CsvError('not_workbook', 'The file is packed like a workbook and is none. Save it as .xlsx or as CSV (UTF-8).'),
    { cause },
  );

/** As many columns as a mapping can name. */
export const mostColumns = 1_000;

export const tooWide = (): CsvError =>
  new CsvError('too_many_columns', `The sheet has more than ${mostColumns} columns.`);
