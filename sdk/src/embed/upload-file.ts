import type { Sent } from './send.ts';

/** Sends a file as it is, with the time that a large one takes, and reads what the platform made of it. */
export async function uploadFile(ask: (sent: Sent) => Promise<Response>, file: File, signal?: AbortSignal) {
  const headers = { 'Content-Type': 'application/octet-stream', 'X-File-Name': encodeURIComponent(file.name) };
  return (await ask({ path: '/uploads', headers, body: file, signal, timeout: 900_000 })).json();
}
