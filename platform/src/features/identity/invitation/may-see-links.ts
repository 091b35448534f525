import type { Principal } from '#kernel';

/** Whether the caller may hold a link that makes somebody a member: people of ours and servers, but no page whose user a host vouches for. */
export const maySeeLinks = (principal: Principal): boolean =>
  principal.kind !== 'embed_session' || principal.userId !== null;
