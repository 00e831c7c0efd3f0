import type { Cellule } from "./cellule";
import { sensDuFormat } from "./format";
import { ditSansObjet, ditVide, lireNombreEcrit } from "./nombre-ecrit";
import type { Nature } from "./rubriques";

/** Une cellule lue pour elle-même, avant que sa colonne ne dise son unité. */
export type Lue =
  | { etat: "vide"; tiret: boolean }
  | { etat: "illisible" }
  | { etat: "texte"; texte: string }
  | {
      etat: "nombre";
      nombre: number;
      /** Ce que la cellule dit de son unité : un format ou un signe %, « points »… */
      marque: "fraction" | "pourcent" | "points" | null;
      /** Vrai si c'est un texte. */
      ecrit: boolean;
    };

/** Lit une cellule de nombre : valeur stockée, ou texte sans équivoque. Date, booléen, erreur, « env. 120 » : illisible. */
export function lireNombreDe(cellule: Cellule | undefined, nature: Nature): Lue {
  const valeur = cellule?.valeur ?? null;
  if (valeur === null) return { etat: "vide", tiret: false };
  if (typeof valeur === "number") {
    const sens = sensDuFormat(cellule?.format ?? "General");
    if (!Number.isFinite(valeur) || sens === "date") return { etat: "illisible" };
    return {
      etat: "nombre",
      nombre: valeur,
      marque: sens === "nombre" || nature === "effectif" || nature === "rang" ? null : sens,
      ecrit: false,
    };
  }
  if (typeof valeur !== "string") return { etat: "illisible" };
  if (ditVide(valeur) || ditSansObjet(valeur)) return { etat: "vide", tiret: valeur.trim() !== "" };
  const lu = lireNombreEcrit(valeur);
  if (!lu) return { etat: "illisible" };
  const { valeur: nombre, suite } = lu;
  if ((suite === "rang") !== (nature === "rang" && suite !== null)) return { etat: "illisible" };
  if (nature === "effectif" || nature === "rang") {
    const sur = suite !== "%" && suite !== "points" && Number.isInteger(nombre);
    return sur ? { etat: "nombre", nombre, marque: null, ecrit: true } : { etat: "illisible" };
  }
  if (suite === "logements" || suite === "habitants") return { etat: "illisible" };
  if (suite === "points" && nature !== "points") return { etat: "illisible" };
  const marque = suite === "%" ? "pourcent" : suite === "points" ? suite : null;
  return { etat: "nombre", nombre, marque, ecrit: true };
}

const OUI =
  /^(o|x|v|ok|vrai|true|yes|✓|✔|☑|☒|d'accord|(avis |vote )?(rendu|obtenu|favorable)\b.*|(accord |avis )?(donne|accorde|obtenu|favorable)\b.*|accord|(oui|accepte|approuve|adopte|valide|signe|executoire|en vigueur|a l'unanimite)\b.*)$/;
const NON =
  /^(n|faux|false|no|✗|✘|☐|absent|aucun|pas d'accord|(avis |vote |accord )?(non|pas|contre|refuse?|rejete?|desaccord|defavorable|oppose[es]?|caduc|expire)\b.*)$/;
/** Une réponse sous condition n'en est pas encore une. */
const EN_SUSPENS =
  /\b(en cours|en attente|en projet|a confirmer|a valider|a venir|prevue?|(sous|avec) (reserves?|conditions?)|a condition|conditionnel(le)?|si|s'ils?|s'elles?|mais|sauf|pas avant|sans objet|non (connue?|renseignee?|concernee?|precise|communique))\b/;

/** « Oui » ou « non » ; `null` si la réponse n'est ni l'un ni l'autre (« en attente »). */
export function lireReponse(normalise: string): "oui" | "non" | null {
  if (EN_SUSPENS.test(normalise)) return null;
  if (OUI.test(normalise)) return "oui";
  return NON.test(normalise) ? "non" : null;
}
