export { createEmbedClient, type EmbedClient, type EmbedClientOptions } from './embed/create-embed-client.ts';
export { uploadInParts, type UploadProgress } from './file-upload.ts';
export { type TokenSource } from './embed/send.ts';
export { type WireError } from './embed/wire-error.ts';
