export { archiveRoute } from './archive-route.ts';
export { takeArchiveIn, type TakenIn } from './take-archive-in.ts';
export { writeArchive, type Archived } from './write-archive.ts';
