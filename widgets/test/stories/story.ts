/** One element or primitive in one state; walkers multiply it by themes, brands, widths and languages. */
export interface Story {
  /** What is shown, without the prefix: `inbox`, or `kit-date-field` for a primitive. */
  of: string;
  /** `filled`, `empty`, `loading`, `error`, `not-allowed`, `offline`, `open`, `invalid` and the like; once for each `of`. */
  state: string;
  /** Looks and language of this walk; the story passes them on. Resolves when there is nothing more to wait for. */
  show(place: HTMLElement, look: Look): Promise<void>;
}

/** What a walker varies. */
export interface Look {
  theme: 'light' | 'dark';
  brandColor: string;
  locale: string;
  density?: 'compact' | 'comfortable' | 'spacious';
}
