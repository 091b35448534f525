import { defineFeature } from '#kernel';

/** At which addresses the platform is reached: the installation's own, and those of organizations and workspaces. */
export const addressFeature = defineFeature({ name: 'address' });

export { addressOf } from './address-of.ts';
export { hostById, hostOf, isSound, ownHost } from './find-domain.ts';
export { belongsUnder, isUnder } from './is-under.ts';
export { scopeChain } from './scope-chain.ts';
export { senderAddress } from './sender-address.ts';
export { domainUrl, ownAddress } from './own-addresses.ts';
