import type { Constat } from "../controle";
import type { Moyen } from "../tableau";
import { type Phrases, nommerRubrique } from "./phrase-de-constat";
import { texteDesRefus } from "./phraser-refus";
import { ecrireCompte, ecrireNombre, enumerer } from "./typographie";

type Codes = Extract<
  Constat["code"],
  | "aucune-commune"
  | "correspondance-incertaine"
  | "donnee-calculee"
  | "donnee-illisible"
  | "doublon"
  | "hors-contrat"
  | "lignes-masquees"
  | "nom-absent"
  | "nom-formule"
  | "nombre-en-texte"
  | "periode-hors-bareme"
  | "plusieurs-tableaux"
  | "unite-convertie"
>;

const CITEES = 6;

/** Ce que la lecture a trouvé, supposé ou converti. */
export const PHRASES_DE_LA_LECTURE: Phrases<Codes> = {
  "donnee-illisible": ({ rubrique, affiche, refus }, commune, gravite) => [
    `${commune === "" ? nommerRubrique(rubrique) : commune} : donnée illisible`,
    refus.length > 0
      ? texteDesRefus(refus)
      : `« ${affiche} » ne se lit pas dans la colonne « ${nommerRubrique(rubrique)} ».`,
    gravite === "erreur"
      ? "Tant que cette donnée manque, le bilan de l'EPCI ne peut pas être conclu."
      : "Corrigez la cellule : elle n'est pas contrôlée.",
  ],
  "periode-hors-bareme": ({ affiche, refus }) => [
    `Période « ${affiche} » non couverte`,
    texteDesRefus(refus),
    "Vérifiez la période écrite dans les titres.",
  ],
  "aucune-commune": () => [
    "Tableau sans commune",
    "Les titres sont reconnus, mais aucune ligne n'est celle d'une commune du contrat : vides, exemptées ou sans objectif, elles ne comptent pas.",
    "Remplissez une ligne par commune sous les titres.",
  ],
  "hors-contrat": ({ communes }, commune) => [
    commune === "" ? "Communes hors du contrat" : `${commune} hors du contrat`,
    `Sans manquants ni objectifs, hors des sommes : ${enumerer(communes.slice(0, CITEES), "et")}${communes.length > CITEES ? "…" : ""}.`,
    "Rien à corriger pour une commune non soumise, non déficitaire ou exemptée ; sinon, complétez sa ligne.",
  ],
  "nom-absent": () => [
    "Commune sans nom",
    "La ligne porte des nombres mais pas de commune.",
    "Écrivez le nom de la commune.",
  ],
  "nom-formule": ({ nom }) => [
    `« ${nom} » ressemble à une formule`,
    "Le nom commence par =, +, - ou @ ; il est lu comme du texte.",
    "Corrigez le nom de la commune.",
  ],
  doublon: ({ premiere, insee }, commune) => [
    `${commune} en double`,
    `La commune est déjà en ${premiere}${insee === null ? "" : `, sous le même code INSEE ${insee}`} : elle est comptée deux fois.`,
    "Retirez une des deux lignes.",
  ],
  "correspondance-incertaine": ({ rubrique, titre, rivales }, _, gravite) => [
    `Colonne à confirmer : ${nommerRubrique(rubrique).toLowerCase()}`,
    rivales.length > 0
      ? `« ${titre} » est lue, mais ${enumerer(rivales.map((rivale) => `« ${rivale} »`))} pourrait l'être aussi.`
      : `« ${titre === "" ? "Une colonne sans titre" : titre} » est lue, sans certitude.`,
    gravite === "erreur"
      ? "Désignez la bonne colonne : le bilan en dépend."
      : "Vérifiez que c'est la bonne colonne, ou désignez-la.",
  ],
  "lignes-masquees": ({ lignes, colonnes }) => [
    "Cellules masquées, lues",
    [enumerees("ligne", lignes.map(String)), enumerees("colonne", colonnes)]
      .filter((partie) => partie !== "")
      .join(" ; ") + ".",
    "Rien à corriger ; affichez-les si elles ne devaient pas compter.",
  ],
  "nombre-en-texte": ({ rubrique, nombre, ecrit, lu }) => [
    `Nombres écrits en texte : ${nommerRubrique(rubrique).toLowerCase()}`,
    `${ecrireCompte(nombre, "cellule")} ; la première, « ${ecrit} », est lue ${ecrireLu(lu)}.`,
    "Rien à corriger ; convertissez-les en nombres pour que les formules d'Excel les additionnent.",
  ],
  "unite-convertie": ({ rubrique, moyen, nombre, ecrit, lu }) => [
    `Unité convertie : ${nommerRubrique(rubrique).toLowerCase()}`,
    `${ecrireCompte(nombre, "cellule")} ${UNITES[moyen] ?? ""} ; la première, « ${ecrit} », est lue ${ecrireLu(lu)}.`,
    "Rien à corriger ; vérifiez l'unité.",
  ],
  "donnee-calculee": ({ rubrique, moyen, nombre }) => [
    `${nommerRubrique(rubrique)} : calculé`,
    `${ecrireCompte(nombre, "commune")} ; ${CALCULS[moyen] ?? "la colonne manque"}.`,
    "Le nombre notifié par le préfet prime : ajoutez la colonne si vous l'avez.",
  ],
  "plusieurs-tableaux": ({ lus, ecartes }) => [
    ecrireCompte(lus.length + ecartes.length, "tableau trouvé", "tableaux trouvés"),
    `Le verdict porte sur ${enumerer(lus.map(situer), "et")}${ecartes.length > 0 ? ` ; d'une période passée : ${enumerer(ecartes.map(situer), "et")}` : ""}.`,
    "Rien à corriger ; ils ne sont jamais mêlés.",
  ],
};

const UNITES: Partial<Record<Moyen, string>> = {
  "pourcent-en-fraction": "en pour-cent",
  "fraction-en-points": "en fraction",
  "signe-inverse": "en négatif (taux de la commune moins taux légal)",
};

const CALCULS: Partial<Record<Moyen, string>> = {
  "deficit-calcule":
    "les manquants viennent des logements sociaux, des résidences principales et du taux légal",
  "cible-du-texte": "le taux légal est lu dans le texte autour du tableau",
};

function ecrireLu(lu: number | string | null): string {
  return typeof lu === "number" ? ecrireNombre(lu) : `« ${lu ?? ""} »`;
}

/** « ligne 5 », « lignes 5 et 6 », « 12 lignes ». */
function enumerees(mot: string, places: readonly string[]): string {
  if (places.length === 0) return "";
  if (places.length > 6) return `${places.length} ${mot}s`;
  return `${mot}${places.length > 1 ? "s" : ""} ${enumerer(places, "et")}`;
}

/** Une plage donnée à une fonction n'a pas de feuille : elle est déjà dite en lignes. */
function situer({
  feuille,
  plage,
  periode,
}: {
  feuille: string;
  plage: string;
  periode: string | null;
}): string {
  return `${feuille === "" ? `les ${plage}` : `« ${feuille} »!${plage}`}${periode === null ? "" : ` (${periode})`}`;
}
