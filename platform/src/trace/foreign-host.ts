import { request } from 'node:http';

/** Asks under a name that is not the platform's: `fetch` always says the one that it connects to. */
export function foreignHost(url: string, path: string, accept: string): Promise<{ status: number; whole: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const headers = { Host: 'elsewhere.example', Accept: accept };
    const asked = request({ hostname, port, path, headers, timeout: 30_000 }, (response) => {
      let body = '';
      response.on('data', (part: Buffer) => (body += part.toString('latin1')));
      response.on('end', () => {
        const { statusCode: status = 0, statusMessage = '', rawHeaders } = response;
        resolve({ status, whole: `${status} ${statusMessage}\n${rawHeaders.join('\n')}\n\n${body}` });
      });
    });
    asked.on('timeout', () => asked.destroy(new Error('no answer within 30 seconds')));
    asked.on('error', reject);
    asked.end();
  });
}
