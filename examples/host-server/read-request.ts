import type { IncomingMessage, ServerResponse } from 'node:http';

/** The body of a small form. */
export async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request)
    if ((text += String(chunk)).length > 10_000) throw new Error('The form is too large.');
  return text;
}

/** Takes a browser's report of something the page's policy refused. */
export async function logReport(request: IncomingMessage, response: ServerResponse): Promise<void> {
  console.error(`content security policy report: ${await textOf(request)}`);
  response.writeHead(204).end();
}
