import type { EmbedConfiguration } from '@tabard/contract';
import { gatherConfiguration, inheritConfiguration } from './embed-configuration.rules.ts';
import type { PlacedConfiguration } from './read-configuration.ts';

/** What a place shows by default, with and without what it inherits. */
export function showConfiguration({ own, inherited }: PlacedConfiguration): {
  configuration: EmbedConfiguration;
  ownConfiguration: EmbedConfiguration;
} {
  return { configuration: inheritConfiguration([...own, ...inherited]), ownConfiguration: gatherConfiguration(own) };
}
