import { mailboxPage } from '../outreach/mailbox-list/page.ts';
import { templatePage } from '../outreach/template-list/page.ts';

/** The list pages of nouns, in the order of the navigation. */
export const recordPages = [templatePage, mailboxPage] as const;

export type RecordPageName = (typeof recordPages)[number]['name'];
export type RecordRouteName = RecordPageName | (typeof recordPages)[number]['record'];
