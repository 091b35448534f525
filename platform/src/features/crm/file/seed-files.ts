import { Readable } from 'node:stream';
import { fromPublicId, type Uuid } from '@tabard/contract';
import type { CallScope } from '#kernel';
import sharp from 'sharp';
import { createUpload } from './begin-upload.ts';
import { finishUpload } from './finish-upload.ts';
import { storePart } from './receive-part.ts';

/** A drawing of the yard, as somebody would photograph a plan. */
const yard = () =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="640"><rect width="960" height="640" fill="#e8ecef"/><g fill="#7f95a8"><rect x="80" y="80" width="360" height="200"/><rect x="520" y="80" width="360" height="200"/></g><g fill="#c56b4a"><rect x="120" y="400" width="150" height="64"/><rect x="320" y="400" width="150" height="64"/><rect x="520" y="400" width="150" height="64"/></g><path d="M0 340H960M0 540H960" stroke="#fff" stroke-width="12"/></svg>`,
    ),
  )
    .png()
    .toBuffer();

const terms = `Terms of the offer\n\n1. Return legs on Tuesdays and Fridays\n2. Prices hold for ninety days\n3. Waiting time is free for the first hour\n`;
const stops = 'Stop,Distance (km),Hours\nHarbour,0,0\nRing road,18,0.5\nDepot north,142,2.5\n';

/** The files of the demo, on the leads and companies that were written to first. */
export async function seedFiles(scope: CallScope): Promise<void> {
  const records = await scope.read<{ noun: 'lead' | 'company'; id: Uuid }>(
    `(select 'lead' as noun, id from lead where workspace_id = $1 and archived_at is null order by status = 'replied' desc, id limit 3)
      union all (select 'company', id from company where workspace_id = $1 and archived_at is null order by id limit 2)`,
    [scope.workspaceId],
  );
  const contents = [
    ['Plan of the yard.png', await yard()],
    ['Terms of the offer.txt', Buffer.from(terms)],
    ['Stops.csv', Buffer.from(stops)],
  ] as const;
  for (const [at, subject] of records.entries())
    for (const [name, bytes] of contents.slice(0, at % 2 === 0 ? 3 : 1)) await seedFile(scope, subject, name, bytes);
}

async function seedFile(
  scope: CallScope,
  subject: { noun: 'lead' | 'company'; id: Uuid },
  name: string,
  bytes: Buffer,
) {
  const upload = await scope.write((writing) => createUpload(writing, { subject, name, length: bytes.length }));
  const id = fromPublicId('fileUpload', upload.id)!; // made of one
  await storePart(scope, { id, offset: 0, body: Readable.from([bytes]) });
  await finishUpload(scope, { id });
}
