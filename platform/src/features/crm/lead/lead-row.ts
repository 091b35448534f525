import { toPublicId, type Lead } from '@tabard/contract';

/** A lead as SQL gives it. */
export interface LeadRow {
  id: string;
  email: string;
  first_name: string | null;
  last_name: string | null;
  company: string | null;
  title: string | null;
  phone: string | null;
  city: string | null;
  country: string | null;
  website: string | null;
  time_zone: string | null;
  tags: string[];
  custom: Record<string, string>;
  status: Lead['status'];
  source: string;
  created_at: Date;
  updated_at: Date;
  archived_at: Date | null;
}

/** The columns of a `LeadRow`, of the table under the alias `l`. */
export const leadColumns = [
  'id',
  'email',
  'first_name',
  'last_name',
  'company',
  'title',
  'phone',
  'city',
  'country',
  'website',
  'time_zone',
  'tags',
  'custom',
  'status',
  'source',
  'created_at',
  'updated_at',
  'archived_at',
]
  .map((name) => `l.${name}`)
  .join(', ');

/** A lead as callers see it. */
export function shapeLead(row: LeadRow): Lead {
  return {
    id: toPublicId('lead', row.id),
    email: row.email,
    firstName: row.first_name,
    lastName: row.last_name,
    company: row.company,
    title: row.title,
    phone: row.phone,
    city: row.city,
    country: row.country,
    website: row.website,
    timeZone: row.time_zone,
    tags: row.tags,
    custom: row.custom,
    status: row.status,
    source: row.source,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    archivedAt: row.archived_at?.toISOString() ?? null,
  };
}
