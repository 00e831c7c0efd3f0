import type { Message } from "./message";
import { ecrireCompte, enumerer, typographier } from "./typographie";

/** Pourquoi un fichier ne s'ouvre pas. */
export type MotifDeFichier =
  | "absent"
  | "dossier"
  | "interdit"
  | "verrou"
  | "inaccessible"
  | "vide"
  | "chiffre"
  | "xls-ancien"
  | "ods"
  | "xlsb"
  | "pas-un-xlsx"
  | "trop-gros"
  | "suspect"
  | "abime";

const ENREGISTRER =
  "Ouvrez-le dans Excel ou LibreOffice, puis enregistrez-le au format classeur Excel (.xlsx).";

const MESSAGES: Readonly<Record<MotifDeFichier, readonly [string, string, string]>> = {
  absent: [
    "Le fichier n'existe pas.",
    "Rien ne porte ce nom à cet endroit.",
    "Vérifiez le nom et le dossier ; mettez entre guillemets un nom qui contient des espaces.",
  ],
  dossier: [
    "C'est un dossier, pas un fichier.",
    "La commande contrôle des classeurs, un par un.",
    "Donnez le nom des fichiers du dossier.",
  ],
  interdit: [
    "Le fichier ne peut pas être lu.",
    "Vous n'en avez pas le droit, ou un autre programme le garde pour lui.",
    "Fermez-le dans Excel, ou demandez l'accès au fichier.",
  ],
  verrou: [
    "Ce n'est pas un classeur.",
    "C'est le fichier qu'Excel pose à côté d'un classeur ouvert.",
    "Contrôlez le classeur lui-même, dont le nom ne commence pas par « ~$ ».",
  ],
  inaccessible: [
    "Le fichier ne peut pas être lu.",
    "Le système refuse de le lire, ou ce n'est pas un fichier ordinaire.",
    "Copiez-le sur votre disque, puis relancez.",
  ],
  vide: [
    "Le fichier est vide.",
    "Il ne contient aucun octet.",
    "Copiez-le ou téléchargez-le à nouveau.",
  ],
  chiffre: [
    "Le fichier est protégé par un mot de passe.",
    "Son contenu est chiffré : il ne se lit pas sans ce mot de passe.",
    "Ouvrez-le dans Excel, retirez le mot de passe, enregistrez-le, puis relancez.",
  ],
  "xls-ancien": [
    "C'est un ancien classeur .xls.",
    "Ce format, d'avant 2007, n'est pas lu.",
    ENREGISTRER,
  ],
  ods: ["C'est un classeur LibreOffice (.ods).", "Ce format n'est pas lu.", ENREGISTRER],
  xlsb: ["C'est un classeur binaire (.xlsb).", "Ce format n'est pas lu.", ENREGISTRER],
  "pas-un-xlsx": [
    "Ce n'est pas un classeur .xlsx.",
    "Son contenu n'est pas celui d'un classeur Excel, quelle que soit son extension.",
    ENREGISTRER,
  ],
  "trop-gros": [
    "Le classeur est trop gros.",
    "Il dépasse ce que le complément accepte de lire.",
    "Copiez le tableau seul dans un classeur neuf, puis relancez.",
  ],
  suspect: [
    "Le fichier est refusé.",
    "Il contient ce qu'aucun tableur n'écrit.",
    `Assurez-vous d'où il vient. ${ENREGISTRER}`,
  ],
  abime: [
    "Le fichier est abîmé ou incomplet.",
    "Une partie du classeur ne se lit pas.",
    "Copiez-le ou téléchargez-le à nouveau ; s'il s'ouvre dans Excel, enregistrez-le de nouveau.",
  ],
};

/** Pourquoi un fichier n'a pas pu être contrôlé. */
export function phraserFichier(motif: MotifDeFichier): Message {
  const [quoi, pourquoi, queFaire] = MESSAGES[motif];
  return {
    quoi: typographier(quoi),
    pourquoi: typographier(pourquoi),
    queFaire: typographier(queFaire),
  };
}

/**
 * Des formules écrites par un outil qui ne les calcule pas : rien n'y est à lire.
 * @param cellules Les premières.
 * @param nombre Combien de formules en tout.
 */
export function phraserSansValeur(
  cellules: readonly { feuille: string; adresse: string }[],
  nombre: number
): Message {
  const citees = cellules.map(({ feuille, adresse }) => `« ${feuille} »!${adresse}`);
  const autres = nombre - cellules.length;
  const liste = enumerer(autres > 0 ? [...citees, ecrireCompte(autres, "autre")] : citees, "et");
  return {
    quoi: typographier(
      `Ce fichier n'a pas de valeurs calculées : ${ecrireCompte(nombre, "formule")} sans résultat (${liste}).`
    ),
    pourquoi: typographier(
      "Un outil l'a écrit sans le calculer : ces cellules se lisent comme vides."
    ),
    queFaire: "Ouvrez-le et enregistrez-le dans Excel ou LibreOffice, puis relancez.",
  };
}

/** Des feuilles masquées, lues comme les autres. */
export function phraserFeuillesMasquees(noms: readonly string[]): Message {
  const liste = enumerer(
    noms.map((nom) => `« ${nom} »`),
    "et"
  );
  return {
    quoi: typographier(
      noms.length > 1 ? `Feuilles masquées : ${liste}.` : `Feuille masquée : ${liste}.`
    ),
    pourquoi: "Ce qui est masqué est lu comme le reste.",
    queFaire: "Affichez la feuille pour vérifier ce qu’elle porte, ou supprimez-la.",
  };
}

/**
 * Une feuille plus grande que ce qui en est lu.
 * @param lue La plage lue, « A1:IV20000 ».
 */
export function phraserFeuilleTronquee(feuille: string, lue: string): Message {
  return {
    quoi: typographier(`Feuille « ${feuille} » : seule la plage ${lue} est lue.`),
    pourquoi: "Le reste est trop loin pour être un tableau d’article 2.",
    queFaire: "Si un tableau s’y trouve, copiez-le sur une feuille neuve.",
  };
}
