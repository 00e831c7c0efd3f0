import type { BilanDeCommune, Controle } from "../../controle";
import { UNITE } from "../../regles";
import type { Colonne } from "../feuillets";
import { FORMAT_TAUX } from "../page";
import type { Style } from "../plan";
import { DIFFERENCE, NOMBRE, RANG, borner, ouTiret } from "./commun";

const POINTS: Style = { format: "General_m", horizontal: "droite" };
const TAUX: Style = { format: FORMAT_TAUX, horizontal: "droite" };

export function colonnesDesCommunes(controle: Controle): Colonne<BilanDeCommune>[] {
  const { type, totaux } = controle;
  const noms: Colonne<BilanDeCommune>[] = [
    { titre: "N°", style: RANG, valeur: (_, rang) => rang + 1 },
    {
      titre: controle.tableau.noms === "commune" ? "Commune" : "Arrondissement",
      valeur: ({ nom, exemptee }) => borner(exemptee ? `${nom} (exemptée)` : nom),
      total: "Total",
    },
  ];
  const manquants: Colonne<BilanDeCommune> = {
    titre: "Logements manquants",
    style: NOMBRE,
    valeur: ({ deficit }) => ouTiret(deficit),
    total: ouTiret(totaux.deficit),
  };
  const apres: Colonne<BilanDeCommune> = {
    titre: type === "mutualisant" ? "Objectif après" : "Objectif retenu",
    style: { ...NOMBRE, gras: true },
    valeur: ({ objectifApres }) => ouTiret(objectifApres),
    total: ouTiret(totaux.apres),
  };
  if (type === "arrondissements")
    return [...noms, { ...manquants, etendue: 4 }, { ...apres, etendue: 5 }];
  const planchers: Colonne<BilanDeCommune>[] =
    type === "mutualisant"
      ? [
          { titre: "Plancher (guide)", style: NOMBRE, valeur: ({ plancher }) => ouTiret(plancher) },
          {
            titre: "Plancher (loi)",
            style: NOMBRE,
            valeur: ({ plancherLoi }) => ouTiret(plancherLoi),
          },
        ]
      : [
          {
            titre: "Plancher",
            etendue: 2,
            style: NOMBRE,
            valeur: ({ plancher }) => ouTiret(plancher),
          },
        ];
  return [
    ...noms,
    manquants,
    { titre: "Écart au taux légal (points)", style: POINTS, valeur: ({ ecart }) => ouTiret(ecart) },
    {
      titre: "Taux légal de rattrapage",
      style: TAUX,
      valeur: ({ tauxAvant }) => (tauxAvant === null ? "–" : tauxAvant / UNITE),
    },
    {
      titre: "Objectif avant, écrit",
      style: NOMBRE,
      valeur: ({ objectifAvantLu }) => ouTiret(objectifAvantLu),
      total: ouTiret(totaux.avantLu),
    },
    {
      titre: "Objectif avant, légal",
      style: NOMBRE,
      valeur: ({ objectifAvant }) => ouTiret(objectifAvant),
      total: ouTiret(totaux.avantLegal),
    },
    ...planchers,
    apres,
    {
      titre: type === "mutualisant" ? "Après moins légal" : "Retenu moins légal",
      style: DIFFERENCE,
      valeur: ({ objectifAvant, objectifApres }) =>
        objectifAvant === null || objectifApres === null ? "–" : objectifApres - objectifAvant,
      total: ouTiret(totaux.marge),
    },
  ];
}
