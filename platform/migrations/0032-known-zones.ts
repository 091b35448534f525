import { Migration } from '@mikro-orm/migrations';

/** Short names as the program that stored them meant them; the database does not know them or takes them for others. */
const meant: Record<string, string> = {
  ACT: 'Australia/Darwin',
  AET: 'Australia/Sydney',
  AGT: 'America/Argentina/Buenos_Aires',
  ART: 'Africa/Cairo',
  AST: 'America/Anchorage',
  BET: 'America/Sao_Paulo',
  BST: 'Asia/Dhaka',
  CAT: 'Africa/Maputo',
  CET: 'Europe/Brussels',
  CNT: 'America/St_Johns',
  CST: 'America/Chicago',
  CTT: 'Asia/Shanghai',
  EAT: 'Africa/Nairobi',
  ECT: 'Europe/Paris',
  EET: 'Europe/Athens',
  IET: 'America/Indiana/Indianapolis',
  IST: 'Asia/Kolkata',
  JST: 'Asia/Tokyo',
  MET: 'Europe/Brussels',
  MIT: 'Pacific/Apia',
  NET: 'Asia/Yerevan',
  NST: 'Pacific/Auckland',
  PLT: 'Asia/Karachi',
  PNT: 'America/Phoenix',
  PRT: 'America/Puerto_Rico',
  PST: 'America/Los_Angeles',
  SST: 'Pacific/Guadalcanal',
  'US/Pacific-New': 'America/Los_Angeles',
  VST: 'Asia/Ho_Chi_Minh',
  WET: 'Europe/Lisbon',
};

const meantValues = Object.entries(meant)
  .map(([old, name]) => `('${old}', '${name}')`)
  .join(', ');

/**
 * Zones that are stored and that the database does not know, each with the one that is meant: by its short name, in the usual letters, by its
 * whole hours (the database counts them the other way round), or UTC.
 */
const mended = (stored: string): string => `
  with known as materialized (select name from pg_timezone_names),
       meant(old, name) as (values ${meantValues}),
       stored(zone) as (${stored}),
       mended as (
         select zone, coalesce(
                  (select m.name from meant m where m.old = zone and m.name in (select name from known)),
                  (select k.name from known k where lower(k.name) = lower(zone) limit 1),
                  case when zone ~ '^[+-](0\\d|1[0-2])(:?00)?$'
                       then 'Etc/GMT' || translate(left(zone, 1), '+-', '-+') || substr(zone, 2, 2)::int end,
                  'UTC') as name
           from stored where zone not in (select name from known) or zone in (select old from meant))`;

/** Every zone that is stored is one that both the program and the database know and mean the same by. */
export class KnownZones extends Migration {
  override up(): void {
    this.addSql(
      `${mended('select distinct time_zone from workspace')}
       update workspace w set time_zone = m.name from mended m where w.time_zone = m.zone;`,
    );
    // The wall holds for the owner too, who may be an ordinary login.
    this.addSql('alter table "campaign" no force row level security;');
    this.addSql(
      `${mended(`select distinct schedule->>'timeZone' from campaign`)}
       update campaign c set schedule = jsonb_set(c.schedule, '{timeZone}', to_jsonb(m.name))
         from mended m where c.schedule->>'timeZone' = m.zone;`,
    );
    this.addSql('alter table "campaign" force row level security;');
  }
}
