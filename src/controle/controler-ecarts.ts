import { UNITE, enMillioniemes, quelleTranche, tauxLegal } from "../regles";
import type { LigneDeCommune } from "../tableau";
import { nombreDe, reperer, type Cadre } from "./donnees";
import type { ObjectifLegal } from "./objectif-legal";

/** Un écart affiché d'un côté de 2 ou 4 points et stocké de l'autre : la valeur stockée compte, et l'agent voit l'autre (arbitrage 5). */
export function controlerEcart(ligne: LigneDeCommune, legal: ObjectifLegal, cadre: Cadre): void {
  const { ecart, tranche } = legal;
  const affiche = ecartAffiche(ligne);
  if (ecart === null || tranche === null || affiche === null || affiche.points <= 0) return;
  // Au-delà d'un dixième, ce n'est plus un arrondi d'affichage.
  if (Math.abs(affiche.points - ecart) > 0.1 || quelleTranche(affiche.points) === tranche) return;
  cadre.constats.push({
    ...reperer(ligne, "ecart"),
    gravite: "information",
    code: "ecart-proche-d-une-borne",
    article: "L. 302-8, VII",
    valeurs: { ecart, affiche: affiche.texte, taux: tauxLegal(tranche, cadre.bareme) },
  });
}

/** L'écart tel qu'affiché ; calculé, celui que donnerait le taux de logements sociaux tel qu'affiché. */
function ecartAffiche({ donnees }: LigneDeCommune): { points: number; texte: string } | null {
  const { ecart, tauxLs, tauxCible } = donnees;
  if (ecart && ecart.etat !== "calculee") return lireAffiche(ecart.texte);
  const cible = nombreDe(tauxCible);
  const taux = tauxLs?.etat === "calculee" ? null : lireAffiche(tauxLs?.texte ?? "");
  if (cible === null || taux === null || !tauxLs) return null;
  const enFraction = !taux.texte.includes("%") && tauxLs.etat === "lue";
  const pourcent = enFraction ? taux.points * 100 : taux.points;
  return { points: enMillioniemes(cible * 100 - pourcent) / UNITE, texte: taux.texte };
}

function lireAffiche(texte: string): { points: number; texte: string } | null {
  const [nombre] = /-?\d+(?:[.,]\d+)?/.exec(texte.replace(/\s/g, "")) ?? [];
  return nombre === undefined ? null : { points: Number(nombre.replace(",", ".")), texte };
}
