// What is fetched when somebody begins to write: both stand on one library, so they are one file.
export { openEditor } from './rich-text-editor.ts';
export { openLine } from './merge-input-editor.ts';
