import { plageDe } from "./adresse";
import { rubriquesDe, type Colonnes } from "./attribuer-colonnes";
import { completer, redresserEcarts } from "./completer";
import { lireContexte, textesAutour, type Contexte } from "./contexte";
import type {
  Conversion,
  DonneesLues,
  LigneDeCommune,
  LigneDeTableau,
  LigneDeTotal,
} from "./donnees";
import type { Entete, Zone } from "./entetes";
import { distribuerEpci, epcisDesTotaux } from "./epci";
import type { Grille } from "./grille";
import { lireDonnees } from "./lire-donnees";
import type { LigneRangee, MotifDeLEcart } from "./ligne-rangee";
import { lireLignes } from "./lire-lignes";
import { nomDe } from "./observer-ligne";
import type { Repere } from "./lire-tableaux";
import type { Rubrique } from "./rubriques";
import { periodeDe } from "./periode";
import { choisirTotal } from "./totaux";
import { sontDesArrondissements } from "./type-de-contrat";

export interface TableauTrouve extends Contexte {
  feuille: string;
  /** Titres, communes et totaux, « A3:F6 ». */
  plage: string;
  /** De la première à la dernière commune, mêmes colonnes ; `null` sans commune. */
  plageDonnees: string | null;
  colonnes: Colonnes;
  /** Colonne des noms : « arrondissement » si le tableau répartit un objectif dans une ville. */
  noms: "commune" | "arrondissement";
  communes: LigneDeCommune[];
  /** Le total de tout le tableau. */
  total: LigneDeTotal | null;
  sousTotaux: LigneDeTotal[];
  /** Lignes lues qui ne sont ni commune ni total. */
  ecartees: { ligne: number; texte: string; motif: MotifDeLEcart }[];
  conversions: Conversion[];
}

type Total = Extract<LigneRangee, { genre: "total" }>;

/** Lit les lignes d'un tableau repéré, leurs données et ce que dit le texte alentour. */
export function composerTableau(
  grille: Grille,
  repere: Repere,
  precedents: readonly Repere[]
): TableauTrouve {
  const { entete, colonnes, fin } = repere;
  const { feuille } = grille;
  const rangs = new Map<Rubrique, number>();
  for (const rubrique of rubriquesDe(colonnes))
    rangs.set(rubrique, (colonnes[rubrique]?.colonne ?? 0) - feuille.colonne);
  const noms = rubriqueDesNoms(grille, rangs, entete.bas + 1, fin);
  const colonneDesNoms = rangs.get(noms) ?? 0;
  // Des arrondissements se lisent comme des communes : ils en portent le nom et l'adresse.
  if (noms === "arrondissement") rangs.set("commune", colonneDesNoms);
  const zone = bornes(entete, rangs);
  const rangees = lireLignes(grille, {
    rangs,
    noms,
    colonneDesNoms,
    titreDesNoms: entete.titres[colonneDesNoms] ?? "",
    zone,
    debut: entete.bas + 1,
    fin,
  });
  const lignesDeCommunes = rangees.filter((ligne) => ligne.genre === "commune");
  const lignesDeTotaux = rangees.filter((ligne) => ligne.genre === "total");
  const conversions: Conversion[] = [];
  const lues = [...lignesDeCommunes, ...lignesDeTotaux];
  const donnees = lireDonnees(
    grille,
    rangs,
    lues.map(({ i }) => i),
    lignesDeCommunes.length,
    conversions
  );
  const decrire = (i: number, nom: string, rang: number): LigneDeTableau =>
    decrireLigne(grille, i, nom, donnees[rang] ?? {});
  const communes = lignesDeCommunes.map((ligne, rang): LigneDeCommune => ({
    ...decrire(ligne.i, ligne.nom, rang),
    section: ligne.section,
    epci: null,
  }));
  const totaux = lignesDeTotaux.map((ligne, rang) => ({
    ligne: decrire(ligne.i, ligne.nom, communes.length + rang),
    rangee: ligne,
  }));
  const derniere = Math.max(entete.bas, ...lues.map(({ i }) => i));
  const contexte = lireContexte(
    grille,
    colonnes,
    communes,
    textesAutour(grille, repere, precedents, zone, derniere)
  );
  const periode = contexte.periode?.valeur ?? "";
  const comptes = totaux.filter(
    (total, k) => !rappelle(total.rangee, totaux[k - 1]?.rangee, periode)
  );
  const sommes = choisirTotal(comptes, communes.length);
  distribuerEpci(
    grille,
    colonnes.epci?.colonne,
    communes,
    epcisDesTotaux(sommes, contexte.epci?.valeur ?? null),
    conversions
  );
  for (const commune of communes)
    completer(commune, noms === "arrondissement" ? null : contexte.tauxCible, conversions);
  redresserEcarts(communes, conversions);
  const plage = (haut: number, bas: number): string =>
    plageDe(
      feuille.ligne + haut,
      feuille.colonne + zone.gauche,
      bas - haut + 1,
      zone.droite - zone.gauche + 1
    );
  const premiere = lignesDeCommunes[0]?.i;
  return {
    ...contexte,
    type:
      noms === "arrondissement"
        ? {
            valeur: "arrondissements",
            origine: "colonne",
            texte: entete.titres[colonneDesNoms] ?? "",
            adresse: colonnes[noms]?.adresse ?? null,
          }
        : contexte.type,
    feuille: feuille.nom,
    plage: plage(entete.haut, derniere),
    plageDonnees:
      premiere === undefined ? null : plage(premiere, lignesDeCommunes.at(-1)?.i ?? premiere),
    colonnes: noms === "commune" ? colonnes : { ...colonnes, commune: colonnes.arrondissement },
    noms,
    communes,
    ...sommes,
    ecartees: rangees.flatMap((ligne) => ecarter(grille, ligne)),
    conversions,
  };
}

/** « Total 2023-2025 » sous le total : le rappel d'une période passée, qui n'additionne pas ces communes-ci. */
function rappelle(
  { nom, communes }: Total,
  precedent: Total | undefined,
  periode: string
): boolean {
  return precedent?.communes === communes && (periodeDe(nom) ?? periode) < periode;
}

/** Les arrondissements d'une ville font les lignes, sauf si la colonne « arrondissement » n'est que celle de la préfecture. */
function rubriqueDesNoms(
  grille: Grille,
  rangs: ReadonlyMap<Rubrique, number>,
  debut: number,
  fin: number
): "commune" | "arrondissement" {
  const arrondissement = rangs.get("arrondissement");
  if (arrondissement === undefined) return "commune";
  if (!rangs.has("commune")) return "arrondissement";
  const noms = Array.from({ length: fin - debut + 1 }, (_, k) =>
    nomDe(grille.cellule(debut + k, arrondissement))
  );
  return sontDesArrondissements(noms) ? "arrondissement" : "commune";
}

function bornes(entete: Entete, rangs: ReadonlyMap<Rubrique, number>): Zone {
  const remplies = Object.keys(entete.titres)
    .map(Number)
    .filter((j) => entete.titres[j] !== "");
  const places = [...rangs.values()];
  return {
    gauche: Math.min(...remplies, ...places),
    droite: Math.max(...remplies, ...places),
  };
}

function decrireLigne(
  { feuille }: Grille,
  i: number,
  nom: string,
  donnees: DonneesLues
): LigneDeTableau {
  const ligne = feuille.ligne + i;
  return { ligne, nom, masquee: feuille.lignesMasquees?.has(ligne) ?? false, donnees };
}

function ecarter({ feuille }: Grille, ligne: LigneRangee): TableauTrouve["ecartees"] {
  if (ligne.genre !== "ecartee") return [];
  return [{ ligne: feuille.ligne + ligne.i, texte: ligne.texte, motif: ligne.motif }];
}
