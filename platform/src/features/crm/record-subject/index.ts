import { defineFeature } from '#kernel';

/** What notes, activities and tasks have in common: a lead, a company or a deal that they are about, and who wrote them. */
export const recordSubjectFeature = defineFeature({ name: 'record-subject' });

export { authorColumns, authorName, authorOf, requireAuthor, withAuthor, type Authored } from './author.ts';
export {
  aboutSubject,
  noSubject,
  settleSubject,
  subjectNameOf,
  type SubjectColumns,
  type SubjectInput,
} from './settle-subject.ts';
export { mailMember, type MailFacts, type PersonalText } from './mail-member.ts';
export { recordIndexes } from './record-indexes.ts';
