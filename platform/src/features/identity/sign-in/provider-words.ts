import type { Language } from '@tabard/contract';
import { furtherProviderWords } from './further-provider-words.ts';
import { endingsOf, type ProviderWords } from './provider-endings.ts';

/** What the pages say. */
export const providerWords: Readonly<Record<Language, ProviderWords>> = {
  en: {
    continueWith: (name) => `Continue with ${name}`,
    first: {
      text: 'Give your email address to go on.',
      button: 'Continue',
      password: 'Sign in with a password or a passkey',
    },
    callback: { title: 'You are being signed in', text: 'One moment, please.', button: 'Continue' },
    other: 'This did not work just now. Try again in a minute.',
    back: 'Back to signing in',
    confirm: {
      title: 'Sign in with this account?',
      text: '',
      button: 'Yes, this is mine',
      failures: { other: 'This did not work just now. Try again in a minute.' },
    },
    mailed: (name, email) => ({
      title: 'Look into your mailbox',
      text: `An account with ${email} is here already. We mailed you a link: once you use it, ${name} signs you in.`,
    }),
    endings: endingsOf('Back to signing in', {
      'auth.provider_unreachable': [
        'No answer',
        'Where you wanted to sign in does not answer just now. Try again in a minute, or sign in another way.',
      ],
      'auth.provider_refused': [
        'You were not signed in',
        'We were not told who you are, or not as it should be. Try again, or sign in another way.',
      ],
      'identity_provider.address_refused': [
        'You were not signed in',
        'This sign-in is not set up as it should be. Tell your administrator, or sign in another way.',
      ],
      'auth.provider_cancelled': ['You did not go on', 'You did not agree there, so nobody was signed in.'],
      'auth.authorization_ended': [
        'Please begin again',
        'This took too long, was used already, or began in another browser.',
      ],
      'user_identity.unknown': [
        'Nobody signs in here with it',
        'There is nothing here that this account may open. Use another one, sign in another way, or ask whoever invited you.',
      ],
      'user_identity.unverified': [
        'Your address is not confirmed',
        'We were not told that the address of this account is yours, or it is none of your company. Confirm it there, or sign in another way.',
      ],
      'user_identity.recycled': [
        'Another account has this address',
        'Somebody signs in here with another account of this address. If that was you, sign in another way, and remove it on the page of your account.',
      ],
      'user_identity.unconfirmed': [
        'Sign in another way first',
        'Only you can say that this account is yours: sign in another way, then add it on the page of your account.',
      ],
      'user_identity.taken': [
        'This account is in use',
        'It signs somebody in here already. Use another one, or remove it where it is in use.',
      ],
      'user_identity.too_many': [
        'You have many accounts',
        'You sign in with 20 accounts. Remove one that you do not use any more.',
      ],
      'workspace.not_found': [
        'There is nothing to open',
        'There is nothing here that you may open. Ask whoever invited you.',
      ],
      'rate_limit.exceeded': ['Too many tries', 'Wait a few minutes, then try again.'],
      'auth.single_sign_on_required': [
        'Use your company’s sign-in',
        'Your company has a sign-in of its own. Give your address on the sign-in page, and go on from there.',
      ],
      other: ['This did not work', 'This did not work just now. Try again in a minute.'],
    }),
  },
  fr: {
    continueWith: (name) => `Continuer avec ${name}`,
    first: {
      text: 'Indiquez votre adresse e-mail pour continuer.',
      button: 'Continuer',
      password: 'Se connecter avec un mot de passe ou une clé d’accès',
    },
    callback: { title: 'Connexion en cours', text: 'Un instant, s’il vous plaît.', button: 'Continuer' },
    other: 'Cela n’a pas fonctionné. Réessayez dans une minute.',
    back: 'Retour à la connexion',
    confirm: {
      title: 'Se connecter avec ce compte ?',
      text: '',
      button: 'Oui, il est à moi',
      failures: { other: 'Cela n’a pas fonctionné. Réessayez dans une minute.' },
    },
    mailed: (name, email) => ({
      title: 'Consultez votre boîte de réception',
      text: `Il existe déjà un compte avec ${email}. Nous vous avons envoyé un lien : dès que vous l’utiliserez, ${name} vous connectera.`,
    }),
    endings: endingsOf('Retour à la connexion', {
      'auth.provider_unreachable': [
        'Pas de réponse',
        'Le service où vous vouliez vous connecter ne répond pas pour le moment. Réessayez dans une minute ou connectez-vous autrement.',
      ],
      'auth.provider_refused': [
        'Vous n’êtes pas connecté',
        'On ne nous a pas dit qui vous êtes, ou pas comme il faut. Réessayez ou connectez-vous autrement.',
      ],
      'identity_provider.address_refused': [
        'Vous n’êtes pas connecté',
        'Cette connexion n’est pas configurée comme il faut. Prévenez votre administrateur ou connectez-vous autrement.',
      ],
      'auth.provider_cancelled': [
        'Vous n’avez pas continué',
        'Vous n’avez pas donné votre accord, donc personne n’a été connecté.',
      ],
      'auth.authorization_ended': [
        'Veuillez recommencer',
        'Cela a pris trop de temps, a déjà servi ou a commencé dans un autre navigateur.',
      ],
      'user_identity.unknown': [
        'Personne ne se connecte ici avec ce compte',
        'Ce compte ne peut rien ouvrir ici. Utilisez-en un autre, connectez-vous autrement ou adressez-vous à la personne qui vous a invité.',
      ],
      'user_identity.unverified': [
        'Votre adresse n’est pas confirmée',
        'On ne nous a pas dit que l’adresse de ce compte est la vôtre, ou elle n’est pas de votre entreprise. Confirmez-la là-bas ou connectez-vous autrement.',
      ],
      'user_identity.recycled': [
        'Un autre compte a cette adresse',
        'Quelqu’un se connecte ici avec un autre compte de cette adresse. Si c’était vous, connectez-vous autrement et retirez-le sur la page de votre compte.',
      ],
      'user_identity.unconfirmed': [
        'Connectez-vous d’abord autrement',
        'Vous seul pouvez dire que ce compte est à vous : connectez-vous autrement, puis ajoutez-le sur la page de votre compte.',
      ],
      'user_identity.taken': [
        'Ce compte est déjà utilisé',
        'Il connecte déjà quelqu’un ici. Utilisez-en un autre ou retirez-le là où il est utilisé.',
      ],
      'user_identity.too_many': [
        'Vous avez beaucoup de comptes',
        'Vous vous connectez avec 20 comptes. Retirez-en un que vous n’utilisez plus.',
      ],
      'workspace.not_found': [
        'Rien à ouvrir',
        'Il n’y a rien ici que vous puissiez ouvrir. Adressez-vous à la personne qui vous a invité.',
      ],
      'rate_limit.exceeded': ['Trop de tentatives', 'Patientez quelques minutes, puis réessayez.'],
      'auth.single_sign_on_required': [
        'Utilisez la connexion de votre entreprise',
        'Votre entreprise a sa propre connexion. Indiquez votre adresse sur la page de connexion et continuez à partir de là.',
      ],
      other: ['Cela n’a pas fonctionné', 'Cela n’a pas fonctionné. Réessayez dans une minute.'],
    }),
  },
  ...furtherProviderWords,
};
