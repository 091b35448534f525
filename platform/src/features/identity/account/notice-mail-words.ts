import type { Language } from '@tabard/contract';

/** What a person is told of by mail, so that they notice what they did not do themselves. */
export type Notice =
  | 'passwordChanged'
  | 'secondFactorOn'
  | 'secondFactorOff'
  | 'secondFactorReset'
  | 'recoveryCodesRenewed'
  | 'passkeyAdded'
  | 'passkeyRemoved'
  | 'passkeyDoubted'
  | 'identityAdded'
  | 'identityRemoved';

interface NoticeWords {
  heading: string;
  text: string;
}

type NoticeMailWords = Readonly<Record<Notice, NoticeWords>> & {
  subject(heading: string, place: string): string;
  button: string;
  note: string;
};

/** What the mails say. */
export const noticeMailWords: Readonly<Record<Language, NoticeMailWords>> = {
  en: {
    subject: (heading, place) => `${heading} (${place})`,
    button: 'Choose a new password',
    note: 'If this was you, there is nothing to do. If not, choose a new password at once, which signs everybody out, and tell your administrator.',
    passwordChanged: {
      heading: 'Your password was changed',
      text: 'You are signed out wherever else you were signed in.',
    },
    secondFactorOn: {
      heading: 'Two-factor sign-in is on',
      text: 'From now on a code of your app is asked for beside your password. Keep your recovery codes in a safe place.',
    },
    secondFactorOff: {
      heading: 'Two-factor sign-in is off',
      text: 'Only your password is asked for from now on. Your recovery codes are good for nothing any more.',
    },
    secondFactorReset: {
      heading: 'Your two-factor sign-in was reset',
      text: 'An administrator did this for you. You are signed out everywhere, and your app, its recovery codes and your passkeys are good for nothing any more. Sign in with your password, then set an app up again.',
    },
    recoveryCodesRenewed: {
      heading: 'You have new recovery codes',
      text: 'The codes that you had before are good for nothing any more.',
    },
    passkeyAdded: {
      heading: 'You have a new passkey',
      text: 'It signs you in without your password and without a code. If you did not add it, choose a new password, sign in, and remove the passkey in your account.',
    },
    passkeyRemoved: {
      heading: 'A passkey was removed',
      text: 'It signs nobody in any more. Wherever else you were signed in with it, you are signed out.',
    },
    passkeyDoubted: {
      heading: 'A passkey of yours may have been copied',
      text: 'Somebody tried to sign in with one of your passkeys, and its counter did not fit: there may be a copy of it. It was refused this time. Remove it in your account and add another one.',
    },
    identityAdded: {
      heading: 'You sign in with another account, too',
      text: 'An account at a provider, such as Google or your company, signs you in from now on. If you did not add it, choose a new password, sign in, and remove it on the page of your account.',
    },
    identityRemoved: {
      heading: 'An account signs you in no more',
      text: 'You removed an account at a provider. Wherever else you were signed in with it, you are signed out.',
    },
  },
  fr: {
    subject: (heading, place) => `${heading} (${place})`,
    button: 'Choisir un nouveau mot de passe',
    note: 'Si c’était vous, il n’y a rien à faire. Sinon, choisissez tout de suite un nouveau mot de passe, ce qui déconnecte tout le monde, et prévenez votre administrateur.',
    passwordChanged: {
      heading: 'Votre mot de passe a été modifié',
      text: 'Vous êtes déconnecté partout ailleurs.',
    },
    secondFactorOn: {
      heading: 'La connexion à deux facteurs est activée',
      text: 'Un code de votre application sera demandé en plus de votre mot de passe. Gardez vos codes de secours en lieu sûr.',
    },
    secondFactorOff: {
      heading: 'La connexion à deux facteurs est désactivée',
      text: 'Seul votre mot de passe sera demandé. Vos codes de secours ne sont plus valables.',
    },
    secondFactorReset: {
      heading: 'Votre connexion à deux facteurs a été réinitialisée',
      text: 'Un administrateur l’a fait pour vous. Vous êtes déconnecté partout ; votre application, ses codes de secours et vos clés d’accès ne sont plus valables. Connectez-vous avec votre mot de passe, puis configurez de nouveau une application.',
    },
    recoveryCodesRenewed: {
      heading: 'Vous avez de nouveaux codes de secours',
      text: 'Les codes que vous aviez auparavant ne sont plus valables.',
    },
    passkeyAdded: {
      heading: 'Vous avez une nouvelle clé d’accès',
      text: 'Elle vous connecte sans mot de passe ni code. Si vous ne l’avez pas ajoutée, choisissez un nouveau mot de passe, connectez-vous et supprimez la clé d’accès dans votre compte.',
    },
    passkeyRemoved: {
      heading: 'Une clé d’accès a été supprimée',
      text: 'Elle ne connecte plus personne. Vous êtes déconnecté partout ailleurs où elle vous avait connecté.',
    },
    passkeyDoubted: {
      heading: 'Une de vos clés d’accès a peut-être été copiée',
      text: 'Quelqu’un a essayé de se connecter avec une de vos clés d’accès et son compteur ne correspondait pas : il en existe peut-être une copie. Elle a été refusée cette fois. Supprimez-la dans votre compte et ajoutez-en une autre.',
    },
    identityAdded: {
      heading: 'Un autre compte vous connecte aussi',
      text: 'Un compte chez un fournisseur, comme Google ou votre entreprise, vous connecte désormais. Si vous ne l’avez pas ajouté, choisissez un nouveau mot de passe, connectez-vous et retirez-le sur la page de votre compte.',
    },
    identityRemoved: {
      heading: 'Un compte ne vous connecte plus',
      text: 'Un compte chez un fournisseur a été retiré. Partout où vous étiez connecté avec lui, vous êtes déconnecté.',
    },
  },
  es: {
    subject: (heading, place) => `${heading} (${place})`,
    button: 'Elegir una nueva contraseña',
    note: 'Si fue usted, no tiene que hacer nada. Si no, elija enseguida una nueva contraseña, lo que cierra todas las sesiones, y avise a su administrador.',
    passwordChanged: {
      heading: 'Su contraseña ha cambiado',
      text: 'Se ha cerrado la sesión en todos los demás lugares.',
    },
    secondFactorOn: {
      heading: 'El inicio de sesión en dos pasos está activado',
      text: 'A partir de ahora se pide un código de su aplicación además de la contraseña. Guarde sus códigos de recuperación en un lugar seguro.',
    },
    secondFactorOff: {
      heading: 'El inicio de sesión en dos pasos está desactivado',
      text: 'A partir de ahora solo se pide su contraseña. Sus códigos de recuperación ya no sirven.',
    },
    secondFactorReset: {
      heading: 'Su inicio de sesión en dos pasos se ha restablecido',
      text: 'Lo hizo un administrador por usted. Se han cerrado todas sus sesiones; su aplicación, sus códigos de recuperación y sus llaves de acceso ya no sirven. Entre con su contraseña y configure de nuevo una aplicación.',
    },
    recoveryCodesRenewed: {
      heading: 'Tiene nuevos códigos de recuperación',
      text: 'Los códigos que tenía antes ya no sirven.',
    },
    passkeyAdded: {
      heading: 'Tiene una nueva llave de acceso',
      text: 'Con ella entra sin contraseña y sin código. Si no la añadió usted, elija una nueva contraseña, inicie sesión y elimine la llave de acceso en su cuenta.',
    },
    passkeyRemoved: {
      heading: 'Se ha eliminado una llave de acceso',
      text: 'Ya no sirve para entrar. Se ha cerrado la sesión en los demás lugares donde había entrado con ella.',
    },
    passkeyDoubted: {
      heading: 'Puede que se haya copiado una de sus llaves de acceso',
      text: 'Alguien intentó entrar con una de sus llaves de acceso y el contador no coincidía: puede que haya una copia. Esta vez se rechazó. Elimínela en su cuenta y añada otra.',
    },
    identityAdded: {
      heading: 'Otra cuenta también le da acceso',
      text: 'Una cuenta de un proveedor, como Google o su empresa, le da acceso a partir de ahora. Si no la añadió usted, elija una nueva contraseña, entre y quítela en la página de su cuenta.',
    },
    identityRemoved: {
      heading: 'Una cuenta ya no le da acceso',
      text: 'Se ha quitado una cuenta de un proveedor. Se ha cerrado la sesión en los demás sitios donde había entrado con ella.',
    },
  },
  de: {
    subject: (heading, place) => `${heading} (${place})`,
    button: 'Neues Passwort wählen',
    note: 'Wenn Sie das waren, ist nichts zu tun. Wenn nicht, wählen Sie sofort ein neues Passwort, was alle abmeldet, und benachrichtigen Sie Ihren Administrator.',
    passwordChanged: {
      heading: 'Ihr Passwort wurde geändert',
      text: 'Sie sind überall sonst abgemeldet, wo Sie angemeldet waren.',
    },
    secondFactorOn: {
      heading: 'Die Zwei-Faktor-Anmeldung ist eingeschaltet',
      text: 'Ab jetzt wird zusätzlich zu Ihrem Passwort ein Code Ihrer App verlangt. Bewahren Sie Ihre Wiederherstellungscodes sicher auf.',
    },
    secondFactorOff: {
      heading: 'Die Zwei-Faktor-Anmeldung ist ausgeschaltet',
      text: 'Ab jetzt wird nur noch Ihr Passwort verlangt. Ihre Wiederherstellungscodes sind nicht mehr gültig.',
    },
    secondFactorReset: {
      heading: 'Ihre Zwei-Faktor-Anmeldung wurde zurückgesetzt',
      text: 'Ein Administrator hat das für Sie getan. Sie sind überall abgemeldet, und Ihre App, deren Wiederherstellungscodes und Ihre Passkeys sind nicht mehr gültig. Melden Sie sich mit Ihrem Passwort an und richten Sie wieder eine App ein.',
    },
    recoveryCodesRenewed: {
      heading: 'Sie haben neue Wiederherstellungscodes',
      text: 'Die Codes, die Sie vorher hatten, sind nicht mehr gültig.',
    },
    passkeyAdded: {
      heading: 'Sie haben einen neuen Passkey',
      text: 'Er meldet Sie ohne Passwort und ohne Code an. Wenn Sie ihn nicht hinzugefügt haben, wählen Sie ein neues Passwort, melden Sie sich an und entfernen Sie den Passkey in Ihrem Konto.',
    },
    passkeyRemoved: {
      heading: 'Ein Passkey wurde entfernt',
      text: 'Er meldet niemanden mehr an. Wo Sie sonst mit ihm angemeldet waren, sind Sie abgemeldet.',
    },
    passkeyDoubted: {
      heading: 'Einer Ihrer Passkeys wurde vielleicht kopiert',
      text: 'Jemand wollte sich mit einem Ihrer Passkeys anmelden, und sein Zähler passte nicht: Es gibt vielleicht eine Kopie. Diesmal wurde er abgelehnt. Entfernen Sie ihn in Ihrem Konto und fügen Sie einen anderen hinzu.',
    },
    identityAdded: {
      heading: 'Ein weiteres Konto meldet Sie an',
      text: 'Ein Konto bei einem Anbieter, etwa Google oder Ihrem Unternehmen, meldet Sie ab jetzt an. Wenn Sie es nicht hinzugefügt haben, wählen Sie ein neues Passwort, melden Sie sich an, und entfernen Sie es auf der Seite Ihres Kontos.',
    },
    identityRemoved: {
      heading: 'Ein Konto meldet Sie nicht mehr an',
      text: 'Ein Konto bei einem Anbieter wurde entfernt. Wo Sie sonst damit angemeldet waren, sind Sie abgemeldet.',
    },
  },
};
