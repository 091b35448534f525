import { defineFeature } from '#kernel';
import { signInPageRoute, signInRoute } from './sign-in-route.ts';

/** The page where a person without a portal of their own opens the app. */
export const signInFeature = defineFeature({ name: 'sign-in', routes: [signInPageRoute, signInRoute] });

export { acceptedLanguage, type PageLanguage } from './accepted-language.ts';
export { openApp } from './open-app.ts';
export type { FormWords } from './sign-in-document.ts';
export { contextOf, showForm } from './sign-in-route.ts';
