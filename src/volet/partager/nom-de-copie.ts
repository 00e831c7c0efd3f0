import { typographier } from "../../redaction";

export type ModeDeCopie = "complement" | "natif" | "valeurs";

const SUFFIXES: Readonly<Record<ModeDeCopie, string>> = {
  complement: "avec complément",
  natif: "sans complément",
  valeurs: "valeurs",
};

const SUFFIXE_POSE = new RegExp(` – (?:${Object.values(SUFFIXES).join("|")})$`);

/** Un classeur à macros garde son extension : sous une autre, Excel refuse de l'ouvrir. */
function extensionDe(classeur: string): ".xlsx" | ".xlsm" {
  return /\.xlsm$/i.test(classeur) ? ".xlsm" : ".xlsx";
}

/** « CMS Val d'Orle.xlsx » → « CMS Val d'Orle – sans complément.xlsx ». La copie d'une copie n'empile pas les mentions. */
export function proposerNom(classeur: string, mode: ModeDeCopie): string {
  const nom = classeur.replace(/\.xl[a-z]{1,2}$/i, "").replace(SUFFIXE_POSE, "");
  return `${nom} – ${SUFFIXES[mode]}${extensionDe(classeur)}`;
}

const INTERDITS = /[\\/:*?"<>|\p{Cc}]/u;
const LONGUEUR_MAX = 200;

/** Ce qui empêche d'enregistrer sous ce nom ; `undefined` s'il convient. `classeur` : le nom du classeur copié. */
export function defautDuNom(nom: string, classeur: string): string | undefined {
  const extension = extensionDe(classeur);
  if (INTERDITS.test(nom)) {
    return typographier('Windows refuse \\ / : * ? " < > | dans un nom de fichier. Retirez-les.');
  }
  if (nom.length > LONGUEUR_MAX) return `Plus de ${LONGUEUR_MAX} caractères : raccourcissez.`;
  const nu = nom.trim().toLowerCase();
  if (!nu.endsWith(extension) || nu === extension) {
    return typographier(`Donnez un nom qui finit par « ${extension} ».`);
  }
  return undefined;
}
