import { cleDeCommune, cleDIntercommunalite } from "./cles";

/** Une intercommunalité à fiscalité propre, ou un établissement public territorial du Grand Paris. */
export interface Territoire {
  siren: string;
  /** « CA du Grand Dax ». */
  nom: string;
  ept: boolean;
}

export interface CommuneConnue {
  insee: string;
  nom: string;
  /** Son EPCI, puis son EPT dans le Grand Paris. */
  territoires: readonly Territoire[];
}

/** Quelles communes font quelle intercommunalité, au 1er janvier d'une année. */
export interface Decoupage {
  millesime: number;
  /** Les intercommunalités qui portent ce nom, à la nature, aux articles et aux accents près ; vide si aucune. */
  trouverTerritoires: (nom: string) => readonly Territoire[];
  /** La commune de ce nom et de ce code INSEE ; sans code, toutes celles de ce nom. Vide si aucune n'est connue. */
  trouverCommunes: (nom: string, insee: string | null) => readonly CommuneConnue[];
}

/**
 * Le fichier engendré (outils/decoupage.cjs), lisible ligne à ligne :
 * - `epci` : « SIREN|nom|code INSEE nom|… » ;
 * - `ept` : « SIREN|nom|code INSEE|… ».
 */
export interface DonneesDuDecoupage {
  /** À citer : la Licence Ouverte le demande. */
  source: string;
  millesime: number;
  epci: readonly string[];
  ept: readonly string[];
}

/** Prépare la recherche par nom. */
export function indexerDecoupage({ millesime, epci, ept }: DonneesDuDecoupage): Decoupage {
  const territoires = new Map<string, Territoire[]>();
  const communes = new Map<string, CommuneConnue[]>();
  const eptDe = new Map<string, Territoire>();
  for (const ligne of ept) {
    const { territoire, membres } = lireLigne(ligne, true);
    for (const insee of membres) eptDe.set(insee, territoire);
    for (const cle of clesPossibles(territoire.nom)) ajouter(territoires, cle, territoire);
  }
  for (const ligne of epci) {
    const { territoire, membres } = lireLigne(ligne, false);
    for (const cle of clesPossibles(territoire.nom)) ajouter(territoires, cle, territoire);
    for (const membre of membres) {
      const insee = membre.slice(0, LONGUEUR_DU_CODE);
      const nom = membre.slice(LONGUEUR_DU_CODE + 1);
      const dEpt = eptDe.get(insee);
      const commune = { insee, nom, territoires: dEpt ? [territoire, dEpt] : [territoire] };
      ajouter(communes, cleDeCommune(nom), commune);
    }
  }
  return {
    millesime,
    trouverTerritoires: (nom) =>
      clesPossibles(nom)
        .map((cle) => territoires.get(cle))
        .find((trouves) => trouves !== undefined) ?? [],
    trouverCommunes: (nom, insee) => {
      const homonymes = communes.get(cleDeCommune(nom)) ?? [];
      return insee === null ? homonymes : homonymes.filter((une) => une.insee === insee);
    },
  };
}

const LONGUEUR_DU_CODE = 5;

function lireLigne(ligne: string, ept: boolean): { territoire: Territoire; membres: string[] } {
  const [siren = "", nom = "", ...membres] = ligne.split("|");
  return { territoire: { siren, nom, ept }, membres };
}

/** Un nom, et ce qui y précède une virgule ou un tiret isolé : « CC Faucigny - Glières » s'écrit aussi « CC Faucigny », et un titre se prolonge souvent. */
function clesPossibles(nom: string): string[] {
  const cles = [nom, nom.split(/\s[–—-]\s|[,;]/u)[0] ?? ""].map(cleDIntercommunalite);
  return [...new Set(cles)].filter((cle) => cle !== "");
}

function ajouter<E>(groupes: Map<string, E[]>, cle: string, element: E): void {
  const groupe = groupes.get(cle);
  if (groupe) groupe.push(element);
  else groupes.set(cle, [element]);
}
