import { findTraces, type Found, type Mark } from './find-traces.ts';

/** A trace, with where it is. */
export interface Trace extends Found {
  surface: string;
  where: string;
}

/** What was looked at of one surface. */
export interface SurfaceReport {
  surface: string;
  /** Things that were looked at. */
  looked: number;
  /** What those who build with it see and their customers do not; no trace, but said. */
  developersOnly: number;
  traces: Trace[];
}

/** Whom something is shown to: what they must not see in it. */
export interface Viewer {
  readonly name: string;
  readonly marks: readonly Mark[];
}

/** Gathers what is looked at, surface by surface. */
export class Inspection {
  readonly #reports: SurfaceReport[] = [];

  get reports(): readonly SurfaceReport[] {
    return this.#reports;
  }

  get traces(): Trace[] {
    return this.#reports.flatMap(({ traces }) => traces);
  }

  /** Whatever is looked at from here on belongs to this surface. */
  begin(surface: string): void {
    this.#reports.push({ surface, looked: 0, developersOnly: 0, traces: [] });
  }

  /** Looks at one thing as somebody sees it. */
  look(viewer: Viewer, where: string, text: string): void {
    const report = this.#now();
    report.looked += 1;
    for (const found of findTraces(text, viewer.marks))
      report.traces.push({ surface: report.surface, where: `${where} (${viewer.name})`, ...found });
  }

  /** Counts what only those see who build with it. */
  lookAsDeveloper(viewer: Viewer, text: string): void {
    this.#now().developersOnly += findTraces(text, viewer.marks).length;
  }

  #now(): SurfaceReport {
    const report = this.#reports.at(-1);
    if (!report) throw new Error('Say first which surface is looked at.');
    return report;
  }
}
