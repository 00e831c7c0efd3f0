import { adresseDe, plageDe } from "./adresse";
import type { Cellule, FeuilleLue, ValeurDeCellule } from "./cellule";
import { normaliserTitre } from "./textes";
import { CHAMPS, CHAMPS_OBLIGATOIRES, reconnaitreTitre, type Champ } from "./titres";

export interface Colonne {
  /** Comptée à partir de 0, sur la feuille. */
  colonne: number;
  titre: string;
  adresse: string;
}

/** Une cellule du tableau, avec de quoi la citer. */
export interface Donnee {
  valeur: ValeurDeCellule;
  texte: string;
  format: string;
  adresse: string;
}

export type Donnees = Partial<Record<Champ, Donnee>>;

export interface LigneLue {
  /** Comptée à partir de 0, sur la feuille. */
  ligne: number;
  nom: string;
  donnees: Donnees;
}

/** Le type de contrat qu'annoncent les titres. */
export type TypeDeContrat = "mutualisant" | "abaissant";

export interface TableauLu {
  feuille: string;
  /** Titres et total compris, « A3:F6 ». */
  plage: string;
  colonnes: Partial<Record<Champ, Colonne>>;
  communes: LigneLue[];
  total: LigneLue | null;
  type: TypeDeContrat;
  /** Telle qu'écrite dans les titres (« 2026-2028 ») ; `null` si elle n'y est pas. */
  periode: string | null;
  /** Année de l'inventaire citée dans les titres ; `null` si elle n'y est pas. */
  inventaire: number | null;
  /** Nom écrit au-dessus du tableau (« EPCI : … ») ; `null` s'il n'y est pas. */
  epci: string | null;
}

/** Pourquoi la feuille n'a pas de tableau reconnu : ce qui a été cherché, ce qui a été trouvé. */
export interface AucunTableau {
  feuille: string;
  plage: string | null;
  cellulesLues: number;
  cherches: { champ: Champ; obligatoire: boolean; trouve: Colonne | null }[];
}

export type Lecture =
  { trouve: true; tableau: TableauLu } | { trouve: false; absence: AucunTableau };

const TOTAL = /^(total|totaux|ensemble|somme)\b/;
const PERIODE = /\b(20\d\d)-(20\d\d)\b/;
const INVENTAIRE = /\b1er janvier (20\d\d)\b/;
const EPCI = /^epci ?: ?/;

/** Cherche sur une feuille le tableau de l'article 2 : la première ligne qui porte les titres indispensables. */
export function lireTableau(feuille: FeuilleLue): Lecture {
  const entetes = feuille.cellules.map((ligne, i) => reconnaitreEntete(feuille, ligne, i));
  const rang = entetes.findIndex((titres) => CHAMPS_OBLIGATOIRES.every((champ) => titres[champ]));
  const colonnes = entetes[rang];
  if (!colonnes) return { trouve: false, absence: decrireAbsence(feuille, entetes) };
  return { trouve: true, tableau: lireLignes(feuille, rang, colonnes) };
}

type Entete = Partial<Record<Champ, Colonne>>;

function reconnaitreEntete(feuille: FeuilleLue, ligne: Cellule[], i: number): Entete {
  const entete: Entete = {};
  ligne.forEach((cellule, j) => {
    if (typeof cellule.valeur !== "string") return;
    const champ = reconnaitreTitre(cellule.valeur);
    if (!champ || entete[champ]) return;
    const adresse = adresseDe(feuille.ligne + i, feuille.colonne + j);
    entete[champ] = { colonne: feuille.colonne + j, titre: cellule.valeur, adresse };
  });
  return entete;
}

function decrireAbsence(feuille: FeuilleLue, entetes: Entete[]): AucunTableau {
  const lignes = feuille.cellules.length;
  const largeur = feuille.cellules[0]?.length ?? 0;
  const meilleur = entetes.reduce<Entete>(
    (retenu, entete) => (Object.keys(entete).length > Object.keys(retenu).length ? entete : retenu),
    {}
  );
  return {
    feuille: feuille.nom,
    plage: lignes > 0 ? plageDe(feuille.ligne, feuille.colonne, lignes, largeur) : null,
    cellulesLues: feuille.cellules.flat().filter((cellule) => cellule.valeur !== null).length,
    cherches: CHAMPS.map((champ) => ({
      champ,
      obligatoire: CHAMPS_OBLIGATOIRES.includes(champ),
      trouve: meilleur[champ] ?? null,
    })),
  };
}

function lireLignes(feuille: FeuilleLue, rang: number, colonnes: Entete): TableauLu {
  const communes: LigneLue[] = [];
  let total: LigneLue | null = null;
  let derniere = rang;
  for (let i = rang + 1; i < feuille.cellules.length && !total; i++) {
    const lue = lireLigne(feuille, i, colonnes);
    if (!lue) continue;
    if (TOTAL.test(normaliserTitre(lue.nom))) total = lue;
    else communes.push(lue);
    derniere = i;
  }

  const titres = Object.values(colonnes).map(({ titre }) => normaliserTitre(titre));
  const places = Object.values(colonnes).map(({ colonne }) => colonne);
  const gauche = Math.min(...places);
  return {
    feuille: feuille.nom,
    plage: plageDe(
      feuille.ligne + rang,
      gauche,
      derniere - rang + 1,
      Math.max(...places) - gauche + 1
    ),
    colonnes,
    communes,
    total,
    type: titres.some((titre) => titre.includes("mutualisation")) ? "mutualisant" : "abaissant",
    periode: premier(titres, (titre) => PERIODE.exec(titre)?.[0]),
    inventaire: premier(titres, (titre) => Number(INVENTAIRE.exec(titre)?.[1]) || undefined),
    epci: premier(feuille.cellules.slice(0, rang).flat(), nomDeLEpci),
  };
}

/** `null` pour une ligne vide, ou une ligne de texte sans aucune donnée (intertitre, note). */
function lireLigne(feuille: FeuilleLue, i: number, colonnes: Entete): LigneLue | null {
  const donnees: Donnees = {};
  let remplies = 0;
  for (const champ of CHAMPS) {
    const colonne = colonnes[champ];
    const cellule = colonne && feuille.cellules[i]?.[colonne.colonne - feuille.colonne];
    if (!colonne || !cellule) continue;
    const { valeur, texte, format } = cellule;
    donnees[champ] = {
      valeur,
      texte,
      format,
      adresse: adresseDe(feuille.ligne + i, colonne.colonne),
    };
    if (champ !== "commune" && valeur !== null && valeur !== "") remplies += 1;
  }
  if (remplies === 0) return null;
  const nom = donnees.commune?.valeur;
  return {
    ligne: feuille.ligne + i,
    nom: typeof nom === "string" ? nom.trim() : (donnees.commune?.texte ?? ""),
    donnees,
  };
}

function nomDeLEpci({ valeur }: Cellule): string | undefined {
  if (typeof valeur !== "string" || !EPCI.test(normaliserTitre(valeur))) return undefined;
  return valeur.slice(valeur.indexOf(":") + 1).trim() || undefined;
}

function premier<E, T>(elements: readonly E[], lire: (element: E) => T | undefined): T | null {
  for (const element of elements) {
    const lu = lire(element);
    if (lu !== undefined) return lu;
  }
  return null;
}
