/** The time of this process, for what is shown and measured. Decisions about sending use the database's clock. */
export interface Clock {
  now(): Date;
}
