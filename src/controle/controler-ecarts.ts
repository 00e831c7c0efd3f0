import { UNITE, enMillioniemes, quelEcart, quelleTranche, tauxLegal, type Bareme } from "../regles";
import type { DonneeLue, LigneDeCommune } from "../tableau";
import { nombreDe, reperer, saisieDe, type Cadre } from "./donnees";
import type { ObjectifLegal } from "./objectif-legal";

/** Un écart affiché d'un côté de 2 ou 4 points et stocké de l'autre : la valeur stockée compte, et l'agent voit l'autre (arbitrage 5). */
export function controlerEcart(ligne: LigneDeCommune, legal: ObjectifLegal, cadre: Cadre): void {
  const { ecart, taux } = legal;
  const affiche = ecartAffiche(ligne);
  if (ecart === null || affiche === null || affiche.points <= 0) return;
  // Au-delà d'un dixième, ce n'est plus un arrondi d'affichage.
  if (Math.abs(affiche.points - ecart) > AU_DIXIEME) return;
  if (tauxSelon(affiche.points, cadre.bareme) === taux) return;
  cadre.constats.push({
    ...reperer(ligne, "ecart"),
    gravite: "information",
    code: "ecart-proche-d-une-borne",
    article: "L. 302-8, VII",
    valeurs: { ecart, affiche: affiche.texte, taux },
  });
}

function tauxSelon(points: number, bareme: Bareme): number {
  return tauxLegal(quelleTranche(points), bareme);
}

/** L'arrondi d'un écart, ou d'un taux écrit au dixième ; puis celui d'un nombre écrit au point. */
const AU_DIXIEME = 0.1;
const AU_POINT = 0.5;

/**
 * L'écart que les deux taux écrits sur la ligne donnent, s'il contredit celui qui est saisi ; grave s'il change le taux de rattrapage. Des taux calculés du
 * parc ou lus ailleurs ne contredisent rien.
 */
export function ecartContraire(
  { donnees }: LigneDeCommune,
  ecart: number,
  bareme: Bareme
): { selonLesTaux: number; grave: boolean } | null {
  const { tauxLs, tauxCible } = donnees;
  if (donnees.ecart?.etat === "calculee") return null;
  if (!tauxLs || tauxLs.etat === "calculee" || tauxCible?.etat === "calculee") return null;
  const calcule = quelEcart(saisieDe(tauxCible), saisieDe(tauxLs));
  // Une fonction reçoit 0 d'une cellule vide.
  if (!calcule.ok || calcule.tauxLs === 0) return null;
  const selonLesTaux = calcule.valeur;
  const grave = selonLesTaux <= 0 || tauxSelon(selonLesTaux, bareme) !== tauxSelon(ecart, bareme);
  const auDixieme = estEnFraction(tauxLs) ? /[.,]\d{3}/ : /[.,]\d/;
  const auPoint = Number.isInteger(calcule.tauxLs) && !auDixieme.test(tauxLs.texte);
  const tolerance = grave && !auPoint ? AU_DIXIEME : AU_POINT;
  return enMillioniemes(Math.abs(selonLesTaux - ecart)) > enMillioniemes(tolerance)
    ? { selonLesTaux, grave }
    : null;
}

/** L'écart tel qu'affiché ; calculé, celui que donnerait le taux de logements sociaux tel qu'affiché. */
function ecartAffiche({ donnees }: LigneDeCommune): { points: number; texte: string } | null {
  const { ecart, tauxLs, tauxCible } = donnees;
  if (ecart && ecart.etat !== "calculee") return lireAffiche(ecart.texte);
  const cible = nombreDe(tauxCible);
  const taux = tauxLs?.etat === "calculee" ? null : lireAffiche(tauxLs?.texte ?? "");
  if (cible === null || taux === null || !tauxLs) return null;
  const pourcent = estEnFraction(tauxLs) ? taux.points * 100 : taux.points;
  return { points: enMillioniemes(cible * 100 - pourcent) / UNITE, texte: taux.texte };
}

function estEnFraction({ texte, etat }: DonneeLue): boolean {
  return !texte.includes("%") && etat === "lue";
}

function lireAffiche(texte: string): { points: number; texte: string } | null {
  const [nombre] = /-?\d+(?:[.,]\d+)?/.exec(texte.replace(/\s/g, "")) ?? [];
  return nombre === undefined ? null : { points: Number(nombre.replace(",", ".")), texte };
}
