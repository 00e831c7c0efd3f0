import type { BilanDeCommune, Controle, EtatDuContrat } from "../controle";
import { quelTauxDeLogementsSociaux } from "../regles";
import { nomPourFormule, plageDe, type DonneesLues, type Rubrique } from "../tableau";
import type { FormeDesFormules } from "./formes";

/** Une commune du contrat, et ce que sa ligne du tableau source portait. */
export interface Commune extends BilanDeCommune {
  donnees: DonneesLues;
}

/** Des communes que les mêmes formules reprennent : leurs lignes se suivent dans le tableau source. */
export interface Suite {
  /** Rang de la première, à partir de 0. */
  rang: number;
  communes: Commune[];
}

/** Ce que tout l'article partage. */
export interface Matiere {
  controle: Controle;
  forme: FormeDesFormules;
  /** Le PLH est exécutoire ; `null` : l'agent ne l'a pas dit. */
  plh: boolean | null;
  /** La version dont la feuille est l'écrit ; `null` : un projet. */
  etat: EtatDuContrat | null;
  /** Dans l'ordre du tableau, sans les communes exemptées : elles n'ont pas d'objectif. */
  communes: Commune[];
  suites: Suite[];
}

export function rassembler(
  controle: Controle,
  forme: FormeDesFormules,
  plh: boolean | null,
  etat: EtatDuContrat | null = null
): Matiere {
  const lues = new Map(controle.tableau.communes.map((lue) => [lue.ligne, lue.donnees]));
  const communes = controle.communes
    .filter(({ exemptee }) => !exemptee)
    .map((bilan) => ({ ...bilan, donnees: lues.get(bilan.ligne) ?? {} }));
  return { controle, forme, plh, etat, communes, suites: enSuites(communes, forme) };
}

/** Une formule ordinaire ne s'étale pas : elle est écrite ligne par ligne. */
function enSuites(communes: readonly Commune[], forme: FormeDesFormules): Suite[] {
  const suites: Suite[] = [];
  communes.forEach((commune, rang) => {
    const derniere = suites.at(-1);
    const precedente = derniere?.communes.at(-1);
    if (
      derniere &&
      precedente &&
      forme !== "ordinaires" &&
      precedente.ligne + 1 === commune.ligne &&
      manques(precedente) === manques(commune)
    )
      derniere.communes.push(commune);
    else suites.push({ rang, communes: [commune] });
  });
  return suites;
}

/** Ce qui manque à une commune : une ligne illisible, ou sans logement manquant, ne prive pas ses voisines de leurs formules. */
function manques({ deficit, tauxAvant, objectifAvant, objectifApres }: Commune): string {
  return [deficit, tauxAvant === 0 ? null : tauxAvant, objectifAvant, objectifApres]
    .map((nombre) => Number(nombre === null))
    .join();
}

/**
 * Les cellules source d'une suite (« 'Feuil1'!B2:B9 »), ou `null` si elles ne se reprennent pas telles quelles : colonne absente, nombre en texte,
 * autre unité, cellule vide ou illisible.
 */
export function source(
  { controle: { tableau } }: Matiere,
  { communes }: Suite,
  rubrique: Rubrique
): string | null {
  const colonne = tableau.colonnes[rubrique];
  const [premiere] = communes;
  const tellesQuelles = communes.every(({ donnees }) => donnees[rubrique]?.etat === "lue");
  if (!colonne || !premiere || !tellesQuelles) return null;
  const plage = plageDe(premiere.ligne, colonne.colonne, communes.length, 1);
  return `${nomPourFormule(tableau.feuille)}!${plage}`;
}

/** Le taux de logements sociaux, lu ou tiré du parc. */
export function sourceDuTaux(matiere: Matiere, suite: Suite): string | null {
  const sociaux = source(matiere, suite, "logementsSociaux");
  const residences = source(matiere, suite, "residencesPrincipales");
  if (sociaux && residences) return `CMS.TAUX.LS(${sociaux},${residences})`;
  return source(matiere, suite, "tauxLs");
}

/** Le taux de logements sociaux d'une commune, en fraction. Du parc s'il est donné ; sinon la valeur stockée du taux, jamais l'affichée. */
export function tauxDe({ donnees }: Commune): number | null {
  const { logementsSociaux, residencesPrincipales, tauxLs } = donnees;
  const parc = quelTauxDeLogementsSociaux(
    logementsSociaux?.valeur ?? null,
    residencesPrincipales?.valeur ?? null
  );
  if (parc.ok) return parc.valeur;
  return typeof tauxLs?.valeur === "number" ? tauxLs.valeur : null;
}

/** La colonne de l'objectif du contrat : sans aménagement, un tableau peut n'en avoir qu'une. */
export function rubriqueDuContrat({ controle: { tableau } }: Matiere): Rubrique {
  return tableau.colonnes.objectifApres ? "objectifApres" : "objectifAvant";
}
