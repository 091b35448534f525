// Beginnings of the names of months, accents taken away; a longer beginning wins over a shorter one.
const MONTHS: readonly string[] = [
  'يناير ינואר jan gen ene styc leden ledna tammi ocak ian sije jaan saus янв січ ιαν',
  'فبراير פברואר peb feb fev lut unor helmi subat velj vasar veebr фев лют φεβ',
  'مارس מרץ מרס mar maart brez maalis ozuj kovo мар бер μαρ',
  'أبريل ابريل אפריל apr avr abr kwie dub huhti nisan travnj апр кві απρ',
  'مايو מאי may mai maj mag mei kvet touko svibnj май мая тра μαι',
  'يونيو יוני jun juin giu czer cerven cervna kesa haziran iun lipnj июн чер ιουν юни',
  'يوليو יולי jul juil lug lip cervenec cervenc heina temmuz iul srpnj июл лип ιουλ юли',
  'أغسطس اغسطس אוגוסט agu aug aou ago sier srpen srpna elok agustos kolov авг сер αυγ',
  'سبتمبر ספטמבר sep set wrz zari syys eylul rujn сен вер σεπ',
  'أكتوبر اكتوبر אוקטובר oct okt ott outub pazd rijen rijna lokak ekim окт жов οκτ',
  'نوفمبر נובמבר nov lis marras kasim studen ноя лист νοε',
  'ديسمبر דצמבר dec dez dic des gru prosin joulu aralik dek дек груд δεκ',
];
const BEGINNINGS = MONTHS.flatMap((names, index) =>
  names.split(' ').map((name) => [name, index + 1] as const),
).toSorted(([one], [other]) => other.length - one.length);
// Monday is 1, Sunday 7.
const WEEKDAYS: readonly string[] = [
  'monday montag lundi lunes lunedi segunda maandag mandag poniedzial pondel maanantai hetfo pazartesi luni понедельник понеділ δευτερα 月曜 星期一 周一 월요일',
  'tuesday dienstag mardi martes martedi terca dinsdag tisdag tirsdag wtor uter tiistai kedd sali marti вторник вівтор τριτη 火曜 星期二 周二 화요일',
  'wednesday mittwoch mercredi miercoles mercoledi quarta woensdag onsdag srod stred keskiviikko szerda carsamba miercuri сред серед τεταρτη 水曜 星期三 周三 수요일',
  'thursday donnerstag jeudi jueves giovedi quinta donderdag torsdag czwart ctvrt torstai csutortok persembe joi четверг четвер πεμπτη 木曜 星期四 周四 목요일',
  'friday freitag vendredi viernes venerdi sexta vrijdag fredag piat patek patku perjantai pentek cuma vineri пятниц пятниц παρασκευη 金曜 星期五 周五 금요일',
  'saturday samstag sonnabend samedi sabado sabato zaterdag lordag sobot lauantai szombat cumartesi sambata суббот субот σαββατο 土曜 星期六 周六 토요일',
  'sunday sonntag dimanche domingo domenica zondag sondag niedziel nedel sunnuntai vasarnap pazar duminica воскресен неділ κυριακη 日曜 星期日 星期天 周日 일요일',
];
const DAYS = WEEKDAYS.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)).toSorted(
  ([one], [other]) => other.length - one.length,
);

/** A text in lower case without accents, so that names are known however they are written. */
export function fold(text: string): string {
  const bare = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC');
  return bare.toLowerCase().replace(/ł/g, 'l').replace(/ı/g, 'i').replace(/ø/g, 'o');
}

/** The number of a month by its name in any of some thirty languages, inflected or short; null for another word. */
export function monthOf(word: string): number | null {
  // In Hebrew "in" is a letter before the name.
  const folded = fold(word).replace(/^ב(?=\p{Script=Hebrew}{3})/u, '');
  return folded.length < 3 ? null : (BEGINNINGS.find(([name]) => folded.startsWith(name))?.[1] ?? null);
}

/** The number of a weekday, Monday being 1; null for another word. */
export function weekdayOf(word: string): number | null {
  const folded = fold(word);
  return DAYS.find(([name]) => folded.startsWith(name))?.[1] ?? null;
}
