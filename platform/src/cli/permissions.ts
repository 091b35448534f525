import { roleMatrix } from '#features';

/** Prints which role may call which procedure, as the reviewed file of the tests has it. */
export async function runPermissions(): Promise<number> {
  process.stdout.write(roleMatrix());
  return 0;
}
