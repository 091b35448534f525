import type { Language } from '@tabard/contract';

/** What a person is told of by mail, so that they notice what they did not do themselves. */
export type Notice =
  | 'passwordChanged'
  | 'secondFactorOn'
  | 'secondFactorOff'
  | 'secondFactorReset'
  | 'recoveryCodesRenewed';

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
      text: 'An administrator did this for you. You are signed out everywhere, and your app and its recovery codes are good for nothing any more. Sign in with your password, then set an app up again.',
    },
    recoveryCodesRenewed: {
      heading: 'You have new recovery codes',
      text: 'The codes that you had before are good for nothing any more.',
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
      text: 'Un administrateur l’a fait pour vous. Vous êtes déconnecté partout ; votre application et ses codes de secours ne sont plus valables. Connectez-vous avec votre mot de passe, puis configurez de nouveau une application.',
    },
    recoveryCodesRenewed: {
      heading: 'Vous avez de nouveaux codes de secours',
      text: 'Les codes que vous aviez auparavant ne sont plus valables.',
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
      text: 'Lo hizo un administrador por usted. Se han cerrado todas sus sesiones; su aplicación y sus códigos de recuperación ya no sirven. Entre con su contraseña y configure de nuevo una aplicación.',
    },
    recoveryCodesRenewed: {
      heading: 'Tiene nuevos códigos de recuperación',
      text: 'Los códigos que tenía antes ya no sirven.',
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
      text: 'Ein Administrator hat das für Sie getan. Sie sind überall abgemeldet, und Ihre App und deren Wiederherstellungscodes sind nicht mehr gültig. Melden Sie sich mit Ihrem Passwort an und richten Sie wieder eine App ein.',
    },
    recoveryCodesRenewed: {
      heading: 'Sie haben neue Wiederherstellungscodes',
      text: 'Die Codes, die Sie vorher hatten, sind nicht mehr gültig.',
    },
  },
};
