/** A noun in the form that permissions, codes, events and tables use: `leadImport` is `lead_import`. */
export type SnakeCase<S extends string> = S extends `${infer Head}${infer Rest}`
  ? Head extends Lowercase<Head>
    ? `${Head}${SnakeCase<Rest>}`
    : `_${Lowercase<Head>}${SnakeCase<Rest>}`
  : S;

/** `leadImport` as `lead-import`. */
export type KebabCase<S extends string> = S extends `${infer Head}${infer Rest}`
  ? Head extends Lowercase<Head>
    ? `${Head}${KebabCase<Rest>}`
    : `-${Lowercase<Head>}${KebabCase<Rest>}`
  : S;

const lowered = (name: string, mark: string) => name.replaceAll(/[A-Z]/g, (letter) => `${mark}${letter.toLowerCase()}`);

/** `leadImport` as `lead_import`. */
export const snakeCase = <S extends string>(name: S) => lowered(name, '_') as SnakeCase<S>; // does what the type says
/** `leadImport` as `lead-import`. */
export const kebabCase = <S extends string>(name: S) => lowered(name, '-') as KebabCase<S>; // does what the type says
