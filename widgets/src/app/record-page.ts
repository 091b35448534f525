import type { TemplateResult } from 'lit';
import type { Session } from '../core/session.ts';
import type { AppPage } from './app-pages.ts';

/** The page of a noun's list: it has an address, and so has each of its records, which the list opens. */
export interface RecordPage<Name extends string = string, RecordName extends string = string> extends AppPage {
  /** The page and its address: `companies` is at `/companies`. */
  name: Name;
  /** The place of one record, at `/companies/{id}`. */
  record: RecordName;
  /** What it is called on screen. */
  title: () => string;
  /** Its element, told which record to open; `close` is called when that one is left. */
  view: (session: Session, recordId: string, close: () => void) => TemplateResult;
}

/** Declares the page of a noun's list. */
export const recordPage = <const Name extends string, const RecordName extends string>(
  page: RecordPage<Name, RecordName>,
): RecordPage<Name, RecordName> => page;
