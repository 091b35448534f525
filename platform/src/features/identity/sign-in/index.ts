import { defineFeature } from '#kernel';
import { addressRoutes } from './address-route.ts';
import { appPageRoutes } from './app-page-route.ts';
import { appSessionRoute, appSignOutRoute } from './app-session-route.ts';
import { askForLinkRoutes } from './ask-for-link-route.ts';
import { newPasswordLookRoute, newPasswordPageRoute, newPasswordRoute } from './forgotten-password-route.ts';
import { mailedLinkLookRoute, mailedLinkPageRoute, mailedLinkRoute } from './mailed-link-route.ts';
import { approveRoutes } from './approve-route.ts';
import { phoneRoutes } from './phone-route.ts';
import { identityLinkRoutes } from './identity-link-route.ts';
import { providerRoutes } from './provider-route.ts';
import { passkeyRoutes } from './passkey-route.ts';
import { frontDoorRoutes, signInPageRoute, signInRoute } from './sign-in-route.ts';
import { signInStepRoute } from './sign-in-step-route.ts';
import { SignInStepSchema, signInStepRetention } from './sign-in-step.entity.ts';

/** The pages where a person without a portal of their own signs in, and the app at its own address. */
export const signInFeature = defineFeature({
  name: 'sign-in',
  entities: [SignInStepSchema],
  routes: [
    ...frontDoorRoutes,
    signInPageRoute,
    signInRoute,
    signInStepRoute,
    ...passkeyRoutes,
    ...providerRoutes,
    ...identityLinkRoutes,
    ...phoneRoutes,
    ...approveRoutes,
    ...askForLinkRoutes,
    newPasswordPageRoute,
    newPasswordLookRoute,
    newPasswordRoute,
    mailedLinkPageRoute,
    mailedLinkLookRoute,
    mailedLinkRoute,
    ...addressRoutes,
    appSessionRoute,
    appSignOutRoute,
    ...appPageRoutes,
  ],
  retention: [signInStepRetention],
});

export { acceptedLanguage } from './accepted-language.ts';
export { askByMail } from './ask-by-mail.ts';
export { contextOf } from './context-of.ts';
export { lookRoute } from './look-route.ts';
export { proceed } from './proceed.ts';
export { showForm } from './show-form.ts';
export { signUpAt } from './sign-up-at.ts';
export type { FormWords, GateWords } from './sign-in-document.ts';
