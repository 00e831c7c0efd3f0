import type { LigneDeCommune, TypeDeTableau } from "../tableau";
import type { CommuneConnue, Decoupage, Territoire } from "../territoire";
import { inseeDe } from "./donnees";

/** L'intercommunalité d'un bilan, et où le découpage situe chacune de ses communes. */
export interface TerritoireDuBilan {
  territoire: Territoire;
  /** Le tableau la nomme ; sinon ses communes la font deviner. */
  nomme: boolean;
  /** Pour chaque ligne : la commune, ou ses homonymes ; vide si le découpage ne la connaît pas. */
  situees: readonly (readonly CommuneConnue[])[];
}

/** Pour deviner un EPCI : assez de communes, dont trois quarts au moins en sont. */
const MEMBRES_MINIMUM = 3;
const PART_MINIMUM = 3 / 4;

/**
 * L'intercommunalité que le tableau nomme, si l'une au moins de ses communes en est (un nom fictif peut être celui d'un EPCI) ; sinon celle où sont presque
 * toutes ses communes. `null` dans le doute. Sans aménagement et sans EPCI nommé, un tableau peut couvrir un département : rien ne se devine.
 */
export function quelTerritoire(
  lignes: readonly LigneDeCommune[],
  epci: string | null,
  type: TypeDeTableau,
  decoupage: Decoupage | null
): TerritoireDuBilan | null {
  if (!decoupage || type === "arrondissements") return null;
  const situees = lignes.map((ligne) => decoupage.trouverCommunes(ligne.nom, inseeDe(ligne)));
  const membres = compterLesMembres(situees);
  const nommes = epci === null ? [] : decoupage.trouverTerritoires(epci);
  if (nommes.length > 0) {
    const territoire = lePlusPeuple(nommes, membres);
    return territoire && { territoire, nomme: true, situees };
  }
  if (epci === null && type === "sans aménagement") return null;
  const territoire = lePlusPeuple(
    [...membres.keys()].filter(({ ept }) => !ept),
    membres
  );
  const nombre = (territoire && membres.get(territoire)) ?? 0;
  const connues = situees.filter(({ length }) => length > 0).length;
  const net = nombre >= MEMBRES_MINIMUM && nombre >= connues * PART_MINIMUM;
  return territoire && net ? { territoire, nomme: false, situees } : null;
}

/** Combien de lignes sont, ou peuvent être par une homonyme, de chaque territoire. */
function compterLesMembres(situees: TerritoireDuBilan["situees"]): ReadonlyMap<Territoire, number> {
  const membres = new Map<Territoire, number>();
  for (const homonymes of situees) {
    const possibles = new Set(homonymes.flatMap(({ territoires }) => territoires));
    for (const territoire of possibles) membres.set(territoire, (membres.get(territoire) ?? 0) + 1);
  }
  return membres;
}

/** Celui qui a le plus de communes du tableau ; `null` si aucun n'en a, ou si deux en ont autant. */
function lePlusPeuple(
  candidats: readonly Territoire[],
  membres: ReadonlyMap<Territoire, number>
): Territoire | null {
  const nombreDe = (territoire: Territoire): number => membres.get(territoire) ?? 0;
  const [premier, second] = [...candidats].sort((a, b) => nombreDe(b) - nombreDe(a));
  if (!premier || nombreDe(premier) === 0) return null;
  return second && nombreDe(second) === nombreDe(premier) ? null : premier;
}
