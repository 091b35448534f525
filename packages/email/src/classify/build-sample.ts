import { parseMail, type ParsedMail } from '../parse/index.ts';
import { classifyMail, type Classification } from './classify-mail.ts';

/** For tests: classifies a mail from Ana (a lead) to Noor (who wrote to her), with further header lines. */
export async function classifySample(headers: string, body: string): Promise<Classification> {
  return classifyMail(await parseSample(headers, body));
}

/** For tests: the same mail, read. */
export function parseSample(headers: string, body = ''): Promise<ParsedMail> {
  const own = headers.toLowerCase();
  const missing = [
    own.includes('from:') ? '' : 'From: Ana Ruiz <ana@client.example>',
    /^to:/m.test(own) ? '' : 'To: Noor Haddad <noor@agency.example>',
    'MIME-Version: 1.0',
    own.includes('content-type:') ? '' : 'Content-Type: text/plain; charset=utf-8',
  ];
  const head = [...missing, ...headers.split('\n')].map((line) => line.trimEnd()).filter((line) => line !== '');
  return parseMail([...head, '', ...body.split('\n')].join('\r\n'));
}

/** For tests: a multipart report of a type, its parts each with their type and content. */
export function reportBody(type: string, parts: readonly (readonly [type: string, content: string])[]) {
  const body = parts.map(([kind, content]) => `--edge\nContent-Type: ${kind}\n\n${content}\n`).join('');
  return {
    headers: `Content-Type: multipart/report; report-type=${type};\n boundary="edge"`,
    body: `This is a MIME message.\n\n${body}--edge--\n`,
  };
}
