import { combienDeManquants, quelTauxDeLogementsSociaux } from "../../regles";
import { absolue, nomPourFormule, plageDe, type Rubrique } from "../../tableau";
import { ecrireCellule } from "../formes";
import { source, type Commune, type Matiere } from "../matiere";
import type { Contenu, Scalaire } from "../plan";
import { A_REVOIR, siRempli } from "./calculs";
import type { Annuelle, Cle } from "./saisies";

/** Ce que le tableau contrôlé dit du dernier inventaire. */
const RUBRIQUES: Readonly<Partial<Record<Cle, Rubrique>>> = {
  rp: "residencesPrincipales",
  ls: "logementsSociaux",
  taux: "tauxLs",
  cible: "tauxCible",
  manquants: "deficit",
};

/** Les noms des communes, tels que la liste les propose : deux homonymes s'y distinguent par un numéro. */
export function nomsDistincts(communes: readonly Commune[]): string[] {
  const vus = new Map<string, number>();
  return communes.map(({ nom }) => {
    const fois = (vus.get(nom) ?? 0) + 1;
    vus.set(nom, fois);
    return fois === 1 ? nom : `${nom} (${fois})`;
  });
}

/**
 * Les cases du dernier inventaire, commune par commune ; `null` : le tableau ne les a pas. Elles suivent le tableau source par le nom de la commune, que
 * l'agent le trie ou non : les autres années, elles, sont saisies ligne par ligne.
 */
export function dernierInventaire(
  matiere: Matiere,
  noms: readonly string[],
  cle: Annuelle,
  ligne: (rang: number) => number
): Contenu[] | null {
  const rubrique = RUBRIQUES[cle];
  if (!rubrique || matiere.controle.bareme.inventaire === null) return null;
  const valeurs = matiere.communes.map((commune) => sue(commune, cle));
  if (valeurs.every((valeur) => valeur === null)) return null;
  return matiere.communes.map((commune, rang) => {
    const nom = noms.length === 1 ? null : `$A${ligne(rang)}`;
    const formule = seCherche(commune.nom, noms[rang])
      ? formuleDe(matiere, commune, rubrique, nom)
      : null;
    const forme = matiere.forme === "complement" ? "ordinaires" : matiere.forme;
    return ecrireCellule(forme, { formule, valeur: valeurs[rang] ?? null });
  });
}

/** EQUIV prendrait « * », « ? » et « ~ » pour des jokers, et un homonyme pour l'autre. */
function seCherche(nom: string, propose: string | undefined): boolean {
  return nom === propose && !/[*?~]/.test(nom);
}

/** `nom` : la cellule du nom de la commune ; `null` si elle est seule. */
function formuleDe(
  matiere: Matiere,
  commune: Commune,
  rubrique: Rubrique,
  nom: string | null
): string | null {
  const { tableau } = matiere.controle;
  const suite = { rang: 0, communes: [commune] };
  const directe = source(matiere, suite, rubrique);
  if (directe === null) return null;
  if (nom === null) return siRempli(directe);
  const colonne = tableau.colonnes[rubrique]?.colonne;
  const noms = tableau.colonnes.commune?.colonne;
  if (source(matiere, suite, "commune") === null || colonne === undefined || noms === undefined)
    return null;
  const lignes = matiere.communes.map((autre) => autre.ligne);
  const haut = Math.min(...lignes);
  const hauteur = Math.max(...lignes) - haut + 1;
  const plage = (c: number): string =>
    `${nomPourFormule(tableau.feuille)}!${absolue(plageDe(haut, c, hauteur, 1))}`;
  const trouvee = `INDEX(${plage(colonne)},MATCH(${nom},${plage(noms)},0))`;
  return `IFERROR(${siRempli(trouvee)},"")`;
}

function sue({ donnees, deficit }: Commune, cle: Annuelle): number | null {
  const rubrique = RUBRIQUES[cle];
  if (cle === "manquants") return deficit;
  const valeur = rubrique && donnees[rubrique]?.valeur;
  return typeof valeur === "number" ? valeur : null;
}

/** Les repères du dernier inventaire pour la commune affichée d'abord : "" pour celui qu'on ne sait pas. */
export interface Depart {
  rp: Scalaire;
  ls: Scalaire;
  taux: Scalaire;
  cible: Scalaire;
  manquants: Scalaire;
}

export function departDe({ communes: [premiere], controle: { bareme } }: Matiere): Depart {
  const lu = (cle: Annuelle): number | "" =>
    (premiere && bareme.inventaire ? sue(premiere, cle) : null) ?? "";
  const [rp, ls, cible, notifies] = [lu("rp"), lu("ls"), lu("cible"), lu("manquants")];
  const parc = rp !== "" && ls !== "";
  const taux = quelTauxDeLogementsSociaux(ls, rp);
  const recalcules = combienDeManquants(ls, rp, cible);
  const valeurDe = (resultat: typeof taux | typeof recalcules): Scalaire =>
    resultat.ok ? resultat.valeur : A_REVOIR;
  const manquants = parc && cible !== "" ? valeurDe(recalcules) : "";
  return {
    rp,
    ls,
    taux: parc ? valeurDe(taux) : lu("taux"),
    cible,
    manquants: notifies === "" ? manquants : notifies,
  };
}
