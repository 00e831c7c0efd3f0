import { enMillioniemes, sommer } from "../regles";
import {
  SOMMABLES,
  rectangleDe,
  type DonneeLue,
  type LigneDeCommune,
  type LigneDeTotal,
  type Rubrique,
  type TableauTrouve,
} from "../tableau";
import type { Constat } from "./constat";
import { nombreDe } from "./donnees";

/**
 * Un total affiché se compare à la somme de sa propre colonne ; si elle ne se lit pas, c'est déjà dit.
 * @param exemptees Lignes, sur la feuille, des communes hors des sommes : un total les compte ou non.
 */
export function controlerTotaux(
  { communes, total, sousTotaux }: TableauTrouve,
  exemptees: ReadonlySet<number>,
  retenir: (portee: readonly number[]) => Constat[] | null
): void {
  const departs = [...new Set(sousTotaux.map(({ portee }) => portee[0] ?? 0))];
  for (const ligne of total ? [...sousTotaux, total] : sousTotaux) {
    const constats = retenir(ligne.portee);
    if (!constats || ligne.portee.length === 0) continue;
    const suites = ligne === total ? [ligne.portee] : suitesPossibles(ligne, departs);
    const choix = suites.map((suite) => suite.flatMap((rang) => communes[rang] ?? []));
    for (const rubrique of SOMMABLES) controlerTotal(ligne, rubrique, choix, exemptees, constats);
  }
}

/** Un sous-total d'un groupe de groupes additionne plus que les lignes juste au-dessus de lui. */
function suitesPossibles({ portee }: LigneDeTotal, departs: readonly number[]): number[][] {
  const [premier = 0] = portee;
  const dernier = portee.at(-1) ?? premier;
  return departs
    .filter((depart) => depart <= premier)
    .sort((a, b) => b - a)
    .map((depart) => Array.from({ length: dernier - depart + 1 }, (_, k) => depart + k));
}

function controlerTotal(
  { donnees }: LigneDeTotal,
  rubrique: Rubrique,
  choix: readonly LigneDeCommune[][],
  exemptees: ReadonlySet<number>,
  constats: Constat[]
): void {
  const total = donnees[rubrique];
  if (total?.etat === "illisible") {
    constats.push({
      gravite: "avertissement",
      code: "donnee-illisible",
      adresse: total.adresse,
      article: "arithmétique du tableau",
      valeurs: { rubrique, affiche: total.texte, refus: [] },
    });
  }
  const affiche = nombreDe(total);
  const [proche = []] = choix;
  if (!total || affiche === null) return;
  if (choix.flat().some((ligne) => ligne.donnees[rubrique]?.etat === "illisible")) return;
  const comptees = choix.map((lignes) => lignes.filter(({ ligne }) => !exemptees.has(ligne)));
  const egale = [...choix, ...comptees].some(
    (lignes) => enMillioniemes(somme(lignes, rubrique)) === enMillioniemes(affiche)
  );
  if (egale || proche.every((ligne) => nombreDe(ligne.donnees[rubrique]) === null)) return;
  constats.push({
    gravite: "erreur",
    code: "total-faux",
    adresse: total.adresse,
    article: "arithmétique du tableau",
    valeurs: {
      rubrique,
      affiche,
      somme: somme(proche, rubrique),
      oubliees: communesOubliees(total, proche),
      formule: total.formule !== undefined,
    },
  });
}

function somme(lignes: readonly LigneDeCommune[], rubrique: Rubrique): number {
  return sommer(lignes.map(({ donnees }) => nombreDe(donnees[rubrique]) ?? 0));
}

/** Les communes que les plages de la formule ne couvrent pas. */
function communesOubliees({ formule }: DonneeLue, lignes: readonly LigneDeCommune[]): string[] {
  const plages = formule?.match(/\$?[A-Z]{1,3}\$?\d+(:\$?[A-Z]{1,3}\$?\d+)?/g) ?? [];
  const rectangles = plages.flatMap((plage) => rectangleDe(plage) ?? []);
  if (rectangles.length === 0) return [];
  return lignes
    .filter(({ ligne }) => !rectangles.some(({ haut, bas }) => haut <= ligne && ligne <= bas))
    .map(({ nom }) => nom);
}
