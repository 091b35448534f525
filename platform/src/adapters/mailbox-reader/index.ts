export { createFolderReader } from './folder-reader.ts';
export { createImapReader } from './imap-reader.ts';
