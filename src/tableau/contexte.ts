import { adresseDe } from "./adresse";
import type { Colonnes } from "./attribuer-colonnes";
import type { LigneDeCommune } from "./donnees";
import type { Zone } from "./entetes";
import type { Grille } from "./grille";
import type { Repere } from "./lire-tableaux";
import { epciDe } from "./nom-d-epci";
import { inventaireDe, periodeDe, periodeOuTroisAnnees } from "./periode";
import type { Rubrique } from "./rubriques";
import { normaliserTitre } from "./textes";
import {
  typeDeLaCellule,
  typeDesValeurs,
  typeDuTexte,
  type TypeDeTableau,
} from "./type-de-contrat";

/** D'où vient ce qu'on sait d'un tableau : titre de colonne, colonne, texte au-dessus, nom de feuille, note dessous, ou valeurs (déduit, à confirmer). */
export type Origine = "titre" | "colonne" | "texte" | "feuille" | "note" | "valeurs";

export interface Trouvaille<T> {
  valeur: T;
  origine: Origine;
  /** Le texte qui le dit, et sa cellule ; vide et `null` pour une déduction. */
  texte: string;
  adresse: string | null;
}

export interface Contexte {
  type: Trouvaille<TypeDeTableau> | null;
  periode: Trouvaille<string> | null;
  inventaire: Trouvaille<number> | null;
  epci: Trouvaille<string> | null;
  /** 20 ou 25, si le texte alentour le dit pour tout le tableau. */
  tauxCible: Trouvaille<number> | null;
}

/** Les textes autour d'un tableau : au-dessus, dans ses titres, en dessous. */
export interface Alentours {
  dessus: Texte[];
  titres: Texte[];
  notes: Texte[];
}

export interface Texte {
  texte: string;
  origine: Origine;
  adresse: string | null;
}

const DU_CONTRAT: readonly Rubrique[] = [
  "objectifApres",
  "objectifAvant",
  "tauxApres",
  "tauxAvant",
];
const DE_L_INVENTAIRE: readonly Rubrique[] = [
  "deficit",
  "tauxLs",
  "logementsSociaux",
  "residencesPrincipales",
  "ecart",
];
const CIBLE =
  /\b(?:taux (?:legal|cible|sru|de ls|a atteindre)|cible|obligation(?: sru| legale)?|seuil)\b[^\d%]{0,25}\b(20|25)\s?%|\b(?:soumises? a|tenues? (?:de|a)|au taux de) (20|25)\s?%/;
const DIT_LE_CONTRAT =
  /\b(cms|mixite sociale|mutu(al\w*)?|abaiss\w*|objectifs?|triennal\w*|periode|rattrapage)\b/;

/** Rassemble, du plus proche au plus lointain, ce que les textes disent du tableau. */
export function lireContexte(
  grille: Grille,
  colonnes: Colonnes,
  communes: readonly LigneDeCommune[],
  autour: Alentours
): Contexte {
  const titres = (rubriques: readonly Rubrique[]): Texte[] =>
    rubriques.flatMap((rubrique) => {
      const colonne = colonnes[rubrique];
      return colonne
        ? [{ texte: colonne.titre, origine: "titre" as const, adresse: colonne.adresse }]
        : [];
    });
  const feuille: Texte = { texte: grille.feuille.nom, origine: "feuille", adresse: null };
  const alentour = [...autour.dessus, feuille, ...autour.titres, ...autour.notes];
  const valeurs = typeDesValeurs(communes);
  const trame = colonnes.objectifApres && /retenu|cms/i.test(colonnes.objectifApres.titre);
  const deduit =
    valeurs ?? (trame ? "abaissant" : colonnes.objectifApres ? null : "sans aménagement");
  return {
    type:
      unanime(communes, "typeDeContrat", typeDeLaCellule) ??
      premier([...titres(DU_CONTRAT), ...alentour], typeDuTexte) ??
      (deduit && { valeur: deduit, origine: "valeurs", texte: "", adresse: null }),
    periode:
      unanime(communes, "periode", periodeOuTroisAnnees) ??
      premier(titres(DU_CONTRAT), periodeOuTroisAnnees) ??
      premier(alentour, periodeDe) ??
      premier([...autour.dessus, feuille].filter(parleDuContrat), periodeOuTroisAnnees),
    inventaire: premier([...titres(DE_L_INVENTAIRE), ...alentour], inventaireDe),
    epci:
      unanime(communes, "epci", (texte) => texte) ??
      premier([...autour.dessus, feuille, ...autour.notes], epciDe),
    tauxCible: premier([...titres(["tauxCible"]), ...alentour], cibleDe),
  };
}

/** Trois années seules, ou avec un mot du contrat : celles d'un PLH ou d'un bilan ne sont pas les siennes. */
function parleDuContrat({ texte }: Texte): boolean {
  const dit = normaliserTitre(texte.replace(/_/g, " "));
  return !/[a-z]/.test(dit) || (DIT_LE_CONTRAT.test(dit) && !/\b(plh|bilan|realis\w*)\b/.test(dit));
}

function premier<T>(
  textes: readonly Texte[],
  lire: (texte: string) => T | null
): Trouvaille<T> | null {
  for (const { texte, origine, adresse } of textes) {
    const valeur = lire(texte);
    if (valeur !== null) return { valeur, origine, texte, adresse };
  }
  return null;
}

/** Ce que dit une colonne, si elle dit la même chose de toutes les communes. */
function unanime<T>(
  communes: readonly LigneDeCommune[],
  rubrique: Rubrique,
  lire: (texte: string) => T | null
): Trouvaille<T> | null {
  const textes = communes.map(({ donnees }) => donnees[rubrique]?.valeur ?? null);
  const [texte] = textes;
  if (typeof texte !== "string" || textes.some((autre) => autre !== texte)) return null;
  const valeur = lire(texte);
  const adresse = communes[0]?.donnees[rubrique]?.adresse ?? null;
  return valeur === null ? null : { valeur, origine: "colonne", texte, adresse };
}

function cibleDe(texte: string): number | null {
  const [, nommee, soumise] = CIBLE.exec(normaliserTitre(texte)) ?? [];
  return Number(nommee ?? soumise ?? 0) || null;
}

/** Rassemble les textes entre le tableau précédent et celui-ci, ceux du haut de la feuille, ses titres et ses notes. */
export function textesAutour(
  grille: Grille,
  { entete, fin }: Repere,
  precedents: readonly Repere[],
  zone: Zone,
  derniere: number
): Alentours {
  const dessus = precedents.filter(
    (autre) => autre.entete.gauche <= zone.droite && zone.gauche <= autre.entete.droite
  );
  const precedent = dessus.at(-1);
  const haut = precedent ? precedent.entete.bas + 1 : 0;
  const proches = textesEntre(grille, haut, entete.haut - 1, zone, "texte");
  const tete = precedent
    ? textesEntre(grille, 0, (precedents[0]?.entete.haut ?? 0) - 1, zone, "texte")
    : [];
  return {
    dessus: [...proches, ...tete],
    titres: textesEntre(grille, entete.haut, entete.bas, zone, "titre"),
    notes: textesEntre(grille, derniere + 1, fin, zone, "note"),
  };
}

/** Les textes entre deux lignes de la grille : ceux des colonnes du tableau d'abord ; au-dessus du tableau, du plus proche au plus lointain. */
function textesEntre(
  grille: Grille,
  haut: number,
  bas: number,
  { gauche, droite }: Zone,
  origine: Origine
): Texte[] {
  const remonter = origine === "texte";
  const dedans: Texte[] = [];
  const dehors: Texte[] = [];
  for (let pas = 0; pas <= bas - haut; pas++) {
    const i = remonter ? bas - pas : haut + pas;
    for (let j = 0; j < grille.largeur; j++) {
      const valeur = grille.cellule(i, j)?.valeur;
      if (typeof valeur !== "string" || valeur.trim() === "" || valeur.length > 500) continue;
      const adresse = adresseDe(grille.feuille.ligne + i, grille.feuille.colonne + j);
      const texte: Texte = { texte: valeur.trim(), origine, adresse };
      (j >= gauche && j <= droite ? dedans : dehors).push(texte);
    }
  }
  return [...dedans, ...dehors];
}
