import { combienDePlaiAuMoins, combienDePlsAuPlus, enMillioniemes } from "../regles";
import type { LigneDeCommune } from "../tableau";
import { nombreDe, reperer, reponseDe, saisieDe, type Cadre } from "./donnees";
import { illisible } from "./objectif-legal";

const QUALITATIVES = ["plai", "partPlai", "pls", "partPls"] as const;

/** Au moins 30 % de PLAI, au plus 30 % (ou 20 %) de PLS et assimilés, sur l'objectif retenu (L. 302-8, III ; arbitrage 11). */
export function controlerQualite(ligne: LigneDeCommune, apres: number, cadre: Cadre): void {
  for (const rubrique of QUALITATIVES) {
    if (ligne.donnees[rubrique]?.etat === "illisible")
      illisible(ligne, rubrique, [], cadre, "avertissement");
  }
  if (apres === 0) return;
  controlerPlai(ligne, apres, cadre);
  if (!controlerPls(ligne, apres, cadre)) controlerLesDeux(ligne, apres, cadre);
}

function controlerPlai(ligne: LigneDeCommune, apres: number, { constats }: Cadre): void {
  const { plai, partPlai } = ligne.donnees;
  const minimum = combienDePlaiAuMoins(apres);
  const lu = nombreDe(plai) ?? nombreDe(partPlai);
  if (!minimum.ok || lu === null) return;
  const enTaux = nombreDe(plai) === null;
  const suffit = enTaux ? enMillioniemes(lu) >= minimum.taux : lu >= minimum.valeur;
  if (suffit) return;
  constats.push({
    ...reperer(ligne, enTaux ? "partPlai" : "plai"),
    gravite: "erreur",
    code: "plai-insuffisant",
    article: "L. 302-8, III",
    valeurs: { lu, limite: minimum.valeur, taux: minimum.taux, enTaux },
  });
}

/** Sous 10 % de logements sociaux sans savoir s'il y a un PLH : au-dessus du plafond réduit, ce n'est qu'un avertissement. Vrai s'il y a trop de PLS. */
function controlerPls(
  ligne: LigneDeCommune,
  apres: number,
  { constats, contexte }: Cadre
): boolean {
  const { pls, partPls, tauxLs, plh } = ligne.donnees;
  const lu = nombreDe(pls) ?? nombreDe(partPls);
  if (lu === null) return false;
  const enTaux = nombreDe(pls) === null;
  const couverte = reponseDe(plh) === null ? (contexte.plh ?? null) : reponseDe(plh) === "oui";
  const taux = tauxLs?.etat === "illisible" ? null : saisieDe(tauxLs);
  const plafond = (avecPlh: boolean): ReturnType<typeof combienDePlsAuPlus> =>
    combienDePlsAuPlus(apres, taux, taux === null || avecPlh);
  const depasse = (maximum: ReturnType<typeof plafond>): boolean =>
    maximum.ok && (enTaux ? enMillioniemes(lu) > maximum.taux : lu > maximum.valeur);
  const [haut, bas] = [plafond(true), plafond(false)];
  const sur = depasse(haut) || (couverte === false && depasse(bas));
  const possible = couverte === null && depasse(bas);
  const maximum = depasse(haut) ? haut : bas;
  if (!maximum.ok || !(sur || possible)) return false;
  constats.push({
    ...reperer(ligne, enTaux ? "partPls" : "pls"),
    gravite: sur ? "erreur" : "avertissement",
    code: "pls-excessif",
    article: "L. 302-8, III",
    valeurs: { lu, limite: maximum.valeur, taux: maximum.taux, enTaux },
  });
  return true;
}

/** PLAI et PLS sont des logements de l'objectif : ensemble, ils ne le dépassent pas. Comparés dans la même unité. */
function controlerLesDeux(ligne: LigneDeCommune, apres: number, { constats }: Cadre): void {
  const { donnees } = ligne;
  for (const enTaux of [false, true]) {
    const [duPlai, duPls] = enTaux
      ? (["partPlai", "partPls"] as const)
      : (["plai", "pls"] as const);
    const plai = nombreDe(donnees[duPlai]);
    const pls = nombreDe(donnees[duPls]) ?? 0;
    const tout = enTaux ? 1 : apres;
    if (plai === null || enMillioniemes(plai + pls) <= enMillioniemes(tout)) continue;
    constats.push({
      ...reperer(ligne, donnees[duPls] ? duPls : duPlai),
      gravite: "avertissement",
      code: "plai-et-pls-excessifs",
      article: "arithmétique du tableau",
      valeurs: { plai, pls, enTaux },
    });
    return;
  }
}
