import {
  controlerLecture,
  type ContextesParEpci,
  type Controle,
  type VersionSignee,
} from "../controle";
import { lettresDeColonne, type LectureDeFeuille, type TableauTrouve } from "../tableau";
import type { Decoupage } from "../territoire";
import { direAbsence, direCondition, direConstat } from "./dire-controle";
import type { RapportDeFichier, RapportDeTableau } from "./rapport";

/** Contrôle tout ce qui a été lu d'un classeur : un rapport par tableau et par EPCI, et ce qui se dit du classeur entier. */
export function apprecier(
  lectures: readonly LectureDeFeuille[],
  contexteDe: ContextesParEpci,
  decoupage: Decoupage | null,
  versions: readonly VersionSignee[]
): Omit<RapportDeFichier, "fichier"> {
  const { verdict, constats, controles, absences } = controlerLecture(
    lectures,
    contexteDe,
    decoupage,
    versions
  );
  const remplies = absences.filter(({ cellulesLues }) => cellulesLues > 0);
  return {
    verdict,
    constats: [
      ...constats.map(direConstat),
      ...(remplies.length > 0 ? remplies : absences).map(direAbsence),
    ],
    tableaux: controles.map((controle) => rapporter(controle, contexteDe)),
  };
}

function rapporter(controle: Controle, contexteDe: ContextesParEpci): RapportDeTableau {
  const { tableau, type, epci, plageDonnees, verdict, totaux, constats, conditions } = controle;
  const { deficit, avantLu, avantLegal, apres } = totaux;
  return {
    feuille: tableau.feuille,
    plage: tableau.plage,
    plageDonnees,
    type,
    periode: tableau.periode?.valeur ?? contexteDe(epci).periode ?? null,
    epci,
    colonnes: lettresDesColonnes(tableau),
    verdict,
    totaux: { deficit, avantLu, avantLegal, apres },
    constats: [...constats.map(direConstat), ...conditions.map(direCondition)],
  };
}

/** Des arrondissements se lisent comme des communes : leur colonne ne se dit qu'une fois. */
function lettresDesColonnes({ colonnes, noms }: TableauTrouve): Record<string, string> {
  return Object.fromEntries(
    Object.entries(colonnes)
      .filter(([rubrique]) => rubrique !== "arrondissement" || noms === "commune")
      .map(([rubrique, { colonne }]) => [rubrique, lettresDeColonne(colonne)])
  );
}
