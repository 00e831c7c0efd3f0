import { plageDe, rectangleDe } from "./adresse";
import type { TableauTrouve } from "./composer-tableau";
import type { LigneDeCommune } from "./donnees";
import { periodeDe } from "./periode";

/**
 * Un tableau qui range plusieurs périodes l'une sous l'autre, par une colonne « Période » ou des intertitres, en fait autant de tableaux : leurs communes
 * ne se mélangent pas. Un total qui en couvre plusieurs n'est d'aucune.
 */
export function separerPeriodes(tableau: TableauTrouve): TableauTrouve[] {
  const groupes = new Map<string, number[]>();
  for (const [rang, commune] of tableau.communes.entries()) {
    const periode = periodeDeLaLigne(commune);
    if (periode === null) return [tableau];
    groupes.set(periode, [...(groupes.get(periode) ?? []), rang]);
  }
  if (groupes.size < 2) return [tableau];
  return [...groupes].map(([periode, rangs]) => extraire(tableau, periode, rangs));
}

function periodeDeLaLigne({ donnees, section }: LigneDeCommune): string | null {
  const ecrite = donnees.periode?.valeur;
  return periodeDe(typeof ecrite === "string" ? ecrite : (section ?? ""));
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
  const dite = communes[0]?.donnees.periode;
  const plageDonnees = plageDesLignes(tableau, communes);
  return {
    ...tableau,
    plage: plageDonnees ?? tableau.plage,
    periode: {
      valeur: periode,
      origine: dite ? "colonne" : "texte",
      texte: dite?.texte ?? communes[0]?.section ?? "",
      adresse: dite?.adresse ?? null,
    },
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
