import { plageDe, rectangleDe } from "./adresse";
import type { TableauTrouve } from "./composer-tableau";
import type { Trouvaille } from "./contexte";
import type { LigneDeCommune } from "./donnees";
import { periodeOuTroisAnnees } from "./periode";
import { normaliserTitre } from "./textes";

/**
 * Un tableau qui range plusieurs périodes l'une sous l'autre, par une colonne « Période » ou des intertitres, en fait autant de tableaux : leurs communes
 * ne se mélangent pas. Un total qui en couvre plusieurs n'est d'aucune. Une seule vaut pour tout le tableau, si ses titres n'en disent pas une autre.
 */
export function separerPeriodes(tableau: TableauTrouve): TableauTrouve[] {
  const groupes = new Map<string, number[]>();
  for (const [rang, commune] of tableau.communes.entries()) {
    const periode = periodeDeLaLigne(commune);
    if (periode === null) return [tableau];
    groupes.set(periode, [...(groupes.get(periode) ?? []), rang]);
  }
  const [seule] = groupes.keys();
  if (seule === undefined) return [tableau];
  if (groupes.size === 1) {
    const prime = tableau.periode?.origine === "titre" || tableau.periode?.origine === "colonne";
    return [prime ? tableau : { ...tableau, periode: trouvee(seule, tableau.communes[0]) }];
  }
  return [...groupes].map(([periode, rangs]) => extraire(tableau, periode, rangs));
}

/** « Carencées 2023-2025 » date un statut, et non le contrat. */
const DATE_AUTRE_CHOSE = /\b(carenc|exempt|entrant|realis|bilan)/;

function periodeDeLaLigne({ donnees, section }: LigneDeCommune): string | null {
  const ecrite = donnees.periode?.valeur;
  if (typeof ecrite === "string") return periodeOuTroisAnnees(ecrite);
  return section === null || DATE_AUTRE_CHOSE.test(normaliserTitre(section))
    ? null
    : periodeOuTroisAnnees(section);
}

function trouvee(valeur: string, premiere: LigneDeCommune | undefined): Trouvaille<string> {
  const dite = premiere?.donnees.periode;
  return {
    valeur,
    origine: dite ? "colonne" : "texte",
    texte: dite?.texte ?? premiere?.section ?? "",
    adresse: dite?.adresse ?? null,
  };
}

function extraire(
  tableau: TableauTrouve,
  periode: string,
  rangs: readonly number[]
): TableauTrouve {
  const communes = rangs.flatMap((rang) => tableau.communes[rang] ?? []);
  const sousTotaux = [...tableau.sousTotaux, ...(tableau.total ? [tableau.total] : [])]
    .filter(({ portee }) => portee.every((rang) => rangs.includes(rang)))
    .map((total) => ({ ...total, portee: total.portee.map((rang) => rangs.indexOf(rang)) }));
  const adresses = new Set(
    communes.flatMap(({ donnees }) => Object.values(donnees).map(({ adresse }) => adresse))
  );
  const plageDonnees = plageDesLignes(tableau, communes);
  return {
    ...tableau,
    plage: plageDonnees ?? tableau.plage,
    periode: trouvee(periode, communes[0]),
    plageDonnees,
    communes,
    total: sousTotaux.find(({ portee }) => portee.length === communes.length) ?? null,
    sousTotaux: sousTotaux.filter(({ portee }) => portee.length < communes.length),
    conversions: tableau.conversions.filter(({ adresse }) => adresses.has(adresse)),
  };
}

function plageDesLignes(
  { plageDonnees }: TableauTrouve,
  communes: readonly LigneDeCommune[]
): string | null {
  const rectangle = rectangleDe(plageDonnees ?? "");
  const haut = communes[0]?.ligne;
  const bas = communes.at(-1)?.ligne;
  if (!rectangle || haut === undefined || bas === undefined) return plageDonnees;
  return plageDe(haut, rectangle.gauche, bas - haut + 1, rectangle.droite - rectangle.gauche + 1);
}
