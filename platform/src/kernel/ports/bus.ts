/** Tells all processes of the installation that something happened. At most once: whoever needs certainty also looks. */
export interface Bus {
  publish(channel: string, message: string): Promise<void>;
  /** Calls back for every message on the channel until the returned function is called. */
  subscribe(channel: string, listener: (message: string) => void): () => Promise<void>;
  close(): Promise<void>;
}
