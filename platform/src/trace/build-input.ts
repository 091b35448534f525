import { z } from 'zod';
import type { IdKind } from '@tabard/contract';

/** Where an input holds an id: the path to it, and the id's kind. */
export interface IdPlace {
  path: (string | number)[];
  kind: IdKind;
  /** Whether the input cannot do without it. */
  required: boolean;
}

/** Texts of every form that inputs ask for; the first one that a schema takes is used. */
const texts = [
  'a name',
  'someone@example.com',
  'https://portal.example.com',
  '2026-01-05T09:00:00.000Z',
  '2026-01-05',
  '2026-01',
  '09:00',
  'Europe/Paris',
  '#2b5fd9',
  'email',
  'field_name',
  'custom.field_name',
  'en',
  'short-name',
  '203.0.113.7',
];

/**
 * A valid input of a schema, with an id of the right kind wherever one fits: in what may be left out, too.
 * @throws when nothing it knows is valid, so that a new kind of input is noticed.
 */
export function buildInput(schema: z.ZodType, idOf: (kind: IdKind) => string): { input: unknown; places: IdPlace[] } {
  const places: IdPlace[] = [];
  const input = build(schema, [], { places, idOf });
  const checked = schema.safeParse(input);
  if (!checked.success)
    throw new Error(`No valid input could be built: ${z.prettifyError(checked.error)}\n${JSON.stringify(input)}`);
  return { input, places };
}

/** The same input with other ids at their places. */
export function withIds(input: unknown, places: readonly IdPlace[], idOf: (place: IdPlace) => string): unknown {
  const copy: unknown = structuredClone(input);
  for (const place of places) {
    let at = copy as Record<string | number, unknown>; // the path was walked when the input was built
    for (const key of place.path.slice(0, -1)) at = at[key] as typeof at;
    at[place.path.at(-1)!] = idOf(place);
  }
  return copy;
}

interface Building {
  /** False below a part that may be left out. */
  required?: boolean;
  places: IdPlace[];
  idOf: (kind: IdKind) => string;
}

function build(schema: z.ZodType, path: (string | number)[], building: Building): unknown {
  const kind = z.globalRegistry.get(schema)?.['idKind'] as IdKind | undefined; // put there by idInput
  if (kind) {
    building.places.push({ path, kind, required: building.required ?? true });
    return building.idOf(kind);
  }
  // Zod's schemas know what they are made of; every kind that inputs use is listed here.
  const { def } = schema._zod as { def: z.core.$ZodTypes['_zod']['def'] };
  switch (def.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(def.shape).flatMap(([key, part]) => {
          const value = build(part as z.ZodType, [...path, key], building);
          return value === undefined ? [] : [[key, value]];
        }),
      );
    case 'nullable':
      return holdsId(def.innerType as z.ZodType) ? build(def.innerType as z.ZodType, path, building) : null;
    case 'optional':
    case 'default':
    case 'prefault': {
      const inner = def.innerType as z.ZodType;
      return holdsId(inner) ? build(inner, path, { ...building, required: false }) : undefined;
    }
    case 'array':
      return [build(def.element as z.ZodType, [...path, 0], building)];
    case 'record': {
      const key = String(build(def.keyType as z.ZodType, path, { ...building, places: [] }));
      return { [key]: build(def.valueType as z.ZodType, [...path, key], building) };
    }
    case 'union':
      return build(def.options[0] as z.ZodType, path, building);
    case 'pipe':
      return build(def.in as z.ZodType, path, building);
    case 'enum':
      return Object.values(def.entries)[0];
    case 'literal':
      return def.values[0];
    case 'boolean':
      return true;
    case 'number':
      return [1, 60, 600, 0, 10_000].find((value) => schema.safeParse(value).success);
    case 'lazy':
      // Only filters are made of themselves; this one takes everything.
      return { all: [] };
    case 'unknown':
      return null;
    case 'string':
      return texts.find((text) => schema.safeParse(text).success) ?? unknown(schema, path);
    default:
      return unknown(schema, path);
  }
}

function holdsId(schema: z.ZodType): boolean {
  const found: IdPlace[] = [];
  try {
    build(schema, [], { places: found, idOf: () => '' });
  } catch {
    return false;
  }
  return found.length > 0;
}

function unknown(schema: z.ZodType, path: (string | number)[]): never {
  throw new Error(`build-input does not know how to make "${path.join('.')}" (${schema._zod.def.type}). Teach it.`);
}
