import { defineFeature } from '#kernel';
import { appPageRoutes } from './app-page-route.ts';
import { appSessionRoute, appSignOutRoute } from './app-session-route.ts';
import { frontDoorRoutes, signInPageRoute, signInRoute } from './sign-in-route.ts';

/** The page where a person without a portal of their own signs in, and the app at its own address. */
export const signInFeature = defineFeature({
  name: 'sign-in',
  routes: [...frontDoorRoutes, signInPageRoute, signInRoute, appSessionRoute, appSignOutRoute, ...appPageRoutes],
});

export { acceptedLanguage, type PageLanguage } from './accepted-language.ts';
export { openAfterLink } from './open-after-link.ts';
export type { FormWords, GateWords } from './sign-in-document.ts';
export { contextOf, showForm } from './sign-in-route.ts';
