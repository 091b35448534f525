export { createBlobStore } from './create-blob-store.ts';
